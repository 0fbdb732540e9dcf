using Microsoft.Extensions.Time.Testing;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Sessions;

public sealed class LossTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DroppedRead_IsRepeated()
    {
        var drops = 2;
        await using var server = new FakeXapi(Scripts.WithLogin(call => Interlocked.Decrement(ref drops) >= 0 ? FakeReply.Drop : call.Result("there")));
        await using var session = Scripts.Session(server);
        Assert.Equal("there", (await session.ReadAsync("VM.get_all", [], Token)).GetString());
    }

    [Fact]
    public async Task ReadDroppedForGood_IsUnreachable()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(_ => FakeReply.Drop));
        await using var session = Scripts.Session(server);
        await Assert.ThrowsAsync<XapiUnreachableException>(() => session.ReadAsync("VM.get_all", [], Token));
        Assert.InRange(server.CallsOf("VM.get_all").Count, Scripts.Hasty.ReadAttempts, 2 * Scripts.Hasty.ReadAttempts);
    }

    [Fact]
    public async Task DroppedWrite_ReachesTheServerExactlyOnce_AndSaysThatItMayHaveActed()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Method == "VM.start" ? FakeReply.Drop : call.Result("")));
        await using var session = Scripts.Session(server);
        for (var time = 1; time <= 5; time++)
        {
            // A write that went well first: were connections kept, the drop would hit a used one.
            await session.WriteAsync("VM.pause", ["r"], Token);
            var lost = await Assert.ThrowsAsync<XapiUnreachableException>(() => session.WriteAsync("VM.start", ["r"], Token));
            Assert.True(lost.MayHaveActed);
            Assert.Equal(time, server.CallsOf("VM.start").Count);
        }
    }

    [Fact]
    public async Task Writes_DoNotShareAConnectionWithReads()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result("")));
        await using var session = Scripts.Session(server);
        await session.ReadAsync("VM.get_all", [], Token);
        await session.WriteAsync("VM.start", ["r"], Token);
        await session.WriteAsync("VM.start", ["r"], Token);
        var byConnection = server.Calls.GroupBy(call => call.Connection).Select(group => string.Join(' ', group.Select(call => call.Method))).Order(StringComparer.Ordinal);
        Assert.Equal(["VM.start", "VM.start", "session.login_with_password VM.get_all"], byConnection);
    }

    [Fact]
    public async Task NobodyListening_WriteSurelyNeverLeft()
    {
        Uri address;
        await using (var server = new FakeXapi(_ => FakeReply.Drop))
        {
            address = server.Address;
        }

        await using var session = new XapiSession(new PoolEndpoint(address, "root", "x", null), Scripts.Hasty);
        var lost = await Assert.ThrowsAsync<XapiUnreachableException>(() => session.WriteAsync("VM.start", ["r"], Token));
        Assert.False(lost.MayHaveActed);
    }

    [Fact]
    public async Task Silence_EndsAtTheTimeoutOfTheGivenClock()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeXapi(Scripts.WithLogin(_ =>
        {
            asked.TrySetResult();
            return FakeReply.Silence;
        }));
        await using var session = Scripts.Session(server, options: Scripts.Hasty with { ReadAttempts = 1 }, time: time);
        var read = session.ReadAsync("VM.get_all", [], Token);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(read.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var lost = await Assert.ThrowsAsync<XapiUnreachableException>(() => read);
        Assert.Contains("60 s", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallersCancellation_IsNotMistakenForATimeout()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeXapi(Scripts.WithLogin(_ =>
        {
            asked.TrySetResult();
            return FakeReply.Silence;
        }));
        await using var session = Scripts.Session(server);
        using var giveUp = new CancellationTokenSource();
        var read = session.ReadAsync("VM.get_all", [], giveUp.Token);
        await asked.Task;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Theory]
    [InlineData("", "application/json", "200 OK")]
    [InlineData("{", "application/json", "200 OK")]
    [InlineData("[]", "application/json", "200 OK")]
    [InlineData("""{"jsonrpc":"2.0","result":1,"id":999999}""", "application/json", "200 OK")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", "application/json", "200 OK")]
    [InlineData("""{"jsonrpc":"2.0","error":{"code":1},"id":1}""", "application/json", "200 OK")]
    [InlineData("<html>", "text/html", "200 OK")]
    [InlineData("<html>", "text/html", "500 Internal Error")]
    [InlineData("", "text/html", "301 Moved Permanently")]
    public async Task Nonsense_IsUnreachable(string body, string contentType, string status)
    {
        await using var server = new FakeXapi(_ => FakeReply.Body(body, contentType, status));
        await using var session = Scripts.Session(server);
        await Assert.ThrowsAsync<XapiUnreachableException>(() => session.ConnectAsync(Token));
    }

    [Fact]
    public async Task FirstProtocolVersion_IsUnderstood()
    {
        await using var server = new FakeXapi(call => call.Method.EndsWith("password", StringComparison.Ordinal)
            ? FakeReply.Body($$"""{"result":"s1","error":null,"id":{{call.Id}}}""")
            : FakeReply.Body($$"""{"result":null,"error":["HANDLE_INVALID","VM","x"],"id":{{call.Id}}}"""));
        await using var session = Scripts.Session(server);
        var refusal = await Assert.ThrowsAsync<XapiFailureException>(() => session.ReadAsync("VM.get_record", ["x"], Token));
        Assert.Equal("HANDLE_INVALID [VM, x]", refusal.Failure.ToString());
    }
}
