using System.Text;
using System.Text.Json;

namespace Relocation.Xapi.Tests.Sessions;

/// <summary>What the scripted endpoint does with one call.</summary>
/// <param name="Bytes">Bytes to put on the wire; null closes the connection without a word.</param>
/// <param name="Hang">Answer never.</param>
internal sealed record FakeReply(byte[]? Bytes, bool Hang = false)
{
    public static FakeReply Drop { get; } = new((byte[]?)null);

    public static FakeReply Silence { get; } = new(null, Hang: true);

    public static FakeReply Result(object? value, JsonElement id) => Body($$"""{"jsonrpc":"2.0","result":{{JsonSerializer.Serialize(value)}},"id":{{id.GetRawText()}}}""");

    public static FakeReply Failure(JsonElement id, string code, params string[] parameters) =>
        Body($$"""{"jsonrpc":"2.0","error":{"code":1,"message":"{{code}}","data":{{JsonSerializer.Serialize(parameters)}}},"id":{{id.GetRawText()}}}""");

    public static FakeReply Body(string json, string contentType = "application/json", string status = "200 OK")
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = $"HTTP/1.1 {status}\r\ncontent-length: {body.Length}\r\nconnection: keep-alive\r\ncache-control: no-cache, no-store\r\ncontent-type: {contentType}\r\n\r\n";
        return new FakeReply([.. Encoding.ASCII.GetBytes(head), .. body]);
    }
}
