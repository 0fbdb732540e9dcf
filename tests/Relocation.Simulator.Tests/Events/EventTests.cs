using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Events;

public sealed class EventTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SimulatedPool pool;
    private readonly string session;

    public EventTests()
    {
        pool = SimulatedPools.Small(SimulatedPools.World(time));
        session = pool.LogIn();
    }

    [Fact]
    public async Task EmptyToken_GivesEverything_ByClassAndReference()
    {
        var answer = await FromAsync(["*"], "");
        Assert.Equal(["pool add", "host add", "host add"], Shown(answer));
        Assert.True(string.CompareOrdinal(Member(Events(answer)[1], "ref"), Member(Events(answer)[2], "ref")) < 0);
        Assert.Equal(73, ((XapiMap)answer.Find("valid_ref_counts")!).Entries.Count);
        Assert.Equal(new XapiInt(2, true), ((XapiMap)answer.Find("valid_ref_counts")!).Find("host"));
        Assert.Equal($"{pool.Database.Pool.Modified:D20},{pool.Database.Generation:D20}", answer.FindText("token"));
    }

    [Fact]
    public async Task Changes_AreToldOnce_WithTheLatestRecord()
    {
        var token = (await FromAsync(["*"], "")).FindText("token")!;
        var vm = pool.Database.Create("VM", []);
        pool.Database.Set(vm, "name_label", "a");
        pool.Database.Set(vm, "name_label", "b");
        var host = pool.Database.All("host")[0];
        pool.Database.Set(host, "name_description", "x");
        var answer = await FromAsync(["*"], token);
        Assert.Equal(["vm add", "host mod"], Shown(answer));
        Assert.Equal("b", ((XapiMap)((XapiMap)Events(answer)[0]).Find("snapshot")!).FindText("name_label"));

        pool.Database.Destroy(vm);
        answer = await FromAsync(["*"], answer.FindText("token")!);
        Assert.Equal(["vm del"], Shown(answer));
        Assert.Null(((XapiMap)Events(answer)[0]).Find("snapshot"));
    }

    [Fact]
    public async Task Subscriptions_SelectClassesInAnyCase_AndSingleObjects()
    {
        var (first, second) = (pool.Database.Create("VM", []), pool.Database.Create("VM", []));
        Assert.Equal(2, Events(await FromAsync(["vm"], "")).Length);
        Assert.Equal(2, Events(await FromAsync(["VM"], "")).Length);
        var answer = await FromAsync([$"vm/{first.Ref}"], "");
        Assert.Equal(first.Ref, Member(Assert.Single(Events(answer)), "ref"));
        Assert.Equal($"{first.Modified:D20},{0:D20}", answer.FindText("token"));
        pool.Database.Set(second, "name_label", "unseen");
        Assert.Empty(Events(await FromAsync([$"vm/{first.Ref}"], answer.FindText("token")!)));
    }

    [Fact]
    public async Task Wait_EndsAtTheTimeout_WithTheSameToken()
    {
        var token = (await FromAsync(["*"], "")).FindText("token")!;
        var waiting = pool.CallAsync(session, "event.from", XapiSet.OfTexts(["*"]), token, 30.0);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var answer = (XapiMap)await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Empty(Events(answer));
        Assert.Equal(token, answer.FindText("token"));
    }

    [Fact]
    public async Task Wait_IsWokenByAChange_AndCollectsABurst()
    {
        var token = (await FromAsync(["vm"], "")).FindText("token")!;
        var waiting = pool.CallAsync(session, "event.from", XapiSet.OfTexts(["vm"]), token, 3600.0);
        var first = pool.Database.Create("VM", []);
        var second = pool.Database.Create("VM", []);
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(60));
            await Task.WhenAny(waiting, Task.Run(() => { }, TestContext.Current.CancellationToken));
        }
        Assert.Equal(new[] { first.Ref, second.Ref }.Order(StringComparer.Ordinal), Events((XapiMap)await waiting).Select(item => Member(item, "ref")));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("1")]
    [InlineData("1,2,3")]
    public async Task BadToken_IsRefused(string token)
    {
        var fault = await Assert.ThrowsAsync<XapiException>(() => FromAsync(["*"], token));
        Assert.Equal(["EVENT_FROM_TOKEN_PARSE_FAILURE", token], fault.Description);
    }

    [Fact]
    public async Task UnknownClass_IsNoError() => Assert.Empty(Events(await FromAsync(["nope"], "")));

    [Fact]
    public async Task Injected_TokenIsABarrier()
    {
        var token = (await FromAsync(["*"], "")).FindText("token")!;
        var injected = (await pool.CallAsync(session, "event.inject", "pool", pool.Database.Pool.Ref)).Text();
        var answer = await FromAsync(["*"], token);
        Assert.Equal(["pool mod"], Shown(answer));
        Assert.True(string.CompareOrdinal(answer.FindText("token"), injected) >= 0);
    }

    [Fact]
    public async Task SessionsAreNotToldAndMessagesHaveTheirOwnToken()
    {
        var token = (await FromAsync(["*"], "")).FindText("token")!;
        pool.LogIn();
        await pool.CallAsync(session, "message.create", "HELLO", 5L, "VM", "u", "text");
        var answer = await FromAsync(["*"], token);
        Assert.Equal(["message add"], Shown(answer));
        Assert.Equal("0", Member(Events(answer)[0], "id"));
        Assert.Empty(Events(await FromAsync(["*"], answer.FindText("token")!)));
    }

    [Fact]
    public async Task Legacy_NextNeedsRegistration()
    {
        var fault = await Assert.ThrowsAsync<XapiException>(() => pool.CallAsync(session, "event.next"));
        Assert.Equal(["SESSION_NOT_REGISTERED", session], fault.Description);
        await pool.CallAsync(session, "event.register", XapiSet.OfTexts(["vm"]));
        var vm = pool.Database.Create("VM", []);
        Assert.Equal(vm.Ref, Member(Assert.Single(((XapiSet)await pool.CallAsync(session, "event.next")).Items), "ref"));
    }

    private async Task<XapiMap> FromAsync(string[] classes, string token) =>
        (XapiMap)await pool.CallAsync(session, "event.from", XapiSet.OfTexts(classes), token, 0.0);

    private static ImmutableArray<XapiValue> Events(XapiMap answer) => ((XapiSet)answer.Find("events")!).Items;

    private static string[] Shown(XapiMap answer) => [.. Events(answer).Select(item => $"{Member(item, "class")} {Member(item, "operation")}")];

    private static string Member(XapiValue item, string name) => ((XapiMap)item).FindText(name)!;
}
