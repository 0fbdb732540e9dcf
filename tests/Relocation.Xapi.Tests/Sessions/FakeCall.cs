using System.Text.Json;

namespace Relocation.Xapi.Tests.Sessions;

/// <summary>A call as the scripted endpoint saw it.</summary>
/// <param name="Connection">Number of the connection it came over, from 1.</param>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">The JSON-RPC object.</param>
internal sealed record FakeCall(int Connection, string Head, JsonElement Body)
{
    public string Method => Body.GetProperty("method").GetString()!;

    public JsonElement Id => Body.GetProperty("id");

    public IReadOnlyList<JsonElement> Parameters => [.. Body.GetProperty("params").EnumerateArray()];

    public string Text(int index) => Parameters[index].GetString()!;

    public FakeReply Result(object? value) => FakeReply.Result(value, Id);

    public FakeReply Failure(string code, params string[] parameters) => FakeReply.Failure(Id, code, parameters);
}
