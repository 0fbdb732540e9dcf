using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>Plays recorded exchanges against a served pool, with the recording's references replaced by the simulator's.</summary>
internal sealed partial class Replay(ServedPool pool, ReferenceMap map)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public ServedPool Pool => pool;

    public ReferenceMap Map => map;

    /// <summary>The differences of one exchange; empty when there are none.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync(RecordedExchange exchange)
    {
        KnowSession(exchange);
        if (exchange.Method == "task.get_record")
        {
            await TaskEndsAsync(exchange);
        }
        var request = exchange.Request.FirstLine.Length == 0 ? exchange.RawRequest : Translated(exchange).Bytes();
        if (exchange.Request.Header("Transfer-Encoding") is not null)
        {
            request = exchange.RawRequest;
        }
        var actual = await ExchangeAsync(request);
        return new AnswerComparison(map).Compare(exchange.Response, actual, isCounter: exchange.Method == "event.get_current_id");
    }

    /// <summary>The first argument of a call, and session_id of a path, is a session: one of its own is opened for each.</summary>
    private void KnowSession(RecordedExchange exchange)
    {
        var match = FirstArgument().Match(exchange.Request.Body) is { Success: true } call ? call : SessionOfPath().Match(exchange.Request.FirstLine);
        if (match.Success && !exchange.Method.StartsWith("session.login", StringComparison.Ordinal) && !map.Knows(match.Groups[1].Value))
        {
            map.Add(match.Groups[1].Value, pool.Pool.Sessions.Open("root", "cap", pool.Pool.Coordinator.Ref));
        }
    }

    private HttpText Translated(RecordedExchange exchange) => exchange.Request with
    {
        FirstLine = map.Translate(exchange.Request.FirstLine),
        // Waits of event.from are shortened: nothing more would come.
        Body = Timeout().Replace(map.Translate(exchange.Request.Body), match => match.Value.Replace(match.Groups[1].Value, "0.3", StringComparison.Ordinal)),
    };

    private async Task TaskEndsAsync(RecordedExchange exchange)
    {
        if (!exchange.Response.Body.Contains("success", StringComparison.Ordinal) && !exchange.Response.Body.Contains("failure", StringComparison.Ordinal))
        {
            return;
        }
        var reference = References().Matches(exchange.Request.Body)[^1].Value;
        var database = pool.Pool.Database;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        for (var change = database.NextChange(); database.Find("task", map.Translate(reference)) is { } task && task.Text("status") == "pending"; change = database.NextChange())
        {
            await change.WaitAsync(stop.Token);
        }
    }

    private async Task<HttpText> ExchangeAsync(byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", pool.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var all = new MemoryStream();
        var buffer = new byte[65536];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        while (!IsWhole(all) && await stream.ReadAsync(buffer, stop.Token) is > 0 and var read)
        {
            all.Write(buffer, 0, read);
        }
        return HttpText.Parse(all.ToArray());
    }

    private static bool IsWhole(MemoryStream received)
    {
        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }
        var length = ContentLength().Match(Encoding.Latin1.GetString(bytes[..end]));
        return length.Success && bytes.Length >= end + 4 + int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("content-length: (\\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();

    [GeneratedRegex("(?:<params>\\s*<param>\\s*<value>(?:<string>)?|\"params\": \\[\"|\"session\": \")(OpaqueRef:[0-9a-f-]{36})")]
    private static partial Regex FirstArgument();

    [GeneratedRegex("session_id=(OpaqueRef:[0-9a-f-]{36})")]
    private static partial Regex SessionOfPath();

    [GeneratedRegex("OpaqueRef:[0-9a-f-]{36}")]
    private static partial Regex References();

    [GeneratedRegex("(?<=event\\.from[\\s\\S]*)(?:<double>|, )(\\d+\\.\\d+)(?=</double>|\\])")]
    private static partial Regex Timeout();
}
