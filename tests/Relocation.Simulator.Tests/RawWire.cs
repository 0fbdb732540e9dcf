using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.Tests;

/// <summary>A client that sends bytes and reads bytes, so that nothing of the wire is hidden.</summary>
internal static class RawWire
{
    /// <summary>Sends bytes and reads until the server closes; for requests that ask it to, or that make it.</summary>
    public static async Task<string> ExchangeAsync(this ServedPool pool, byte[] request, IPAddress? address = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address ?? IPAddress.Loopback, pool.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    public static Task<string> ExchangeAsync(this ServedPool pool, string request) => pool.ExchangeAsync(Encoding.UTF8.GetBytes(request));

    public static byte[] Post(string path, string body, string headers = "Connection: close\r\n") =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");

    public static string BodyOf(string response) => response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>Calls over JSON-RPC 2.0 and gives the whole answer.</summary>
    public static async Task<JsonElement> JsonAsync(this ServedPool pool, string method, params object[] arguments) =>
        await pool.JsonAtAsync(IPAddress.Loopback, method, arguments);

    public static async Task<JsonElement> JsonAtAsync(this ServedPool pool, IPAddress address, string method, params object[] arguments)
    {
        var body = JsonSerializer.Serialize(new { jsonrpc = "2.0", method, @params = arguments, id = 0 });
        var response = await pool.ExchangeAsync(Post("/jsonrpc", body), address);
        return JsonDocument.Parse(BodyOf(response)).RootElement;
    }

    public static string Result(this JsonElement answer) => answer.GetProperty("result").GetString()!;

    /// <summary>Code and parameters of a failure.</summary>
    public static IReadOnlyList<string> Failure(this JsonElement answer)
    {
        var error = answer.GetProperty("error");
        return [error.GetProperty("message").GetString()!, .. error.GetProperty("data").EnumerateArray().Select(item => item.GetString()!)];
    }

    public static async Task<string> LogInAsync(this ServedPool pool) =>
        (await pool.JsonAsync("session.login_with_password", pool.User, pool.Password)).Result();
}
