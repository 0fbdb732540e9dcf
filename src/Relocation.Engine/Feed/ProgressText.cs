using System.Text.Json;
using System.Text.Json.Serialization;
using Relocation.Core.Runbooks;

namespace Relocation.Engine.Feed;

/// <summary>Progress as text, so that the calls between processes carry no type of Core.</summary>
internal static class ProgressText
{
    private static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Write(MoveProgress progress) => JsonSerializer.Serialize(progress, Format);

    public static MoveProgress? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize<MoveProgress>(text, Format);
}
