using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relocation.Simulator.Faults;

/// <summary>Reads faults from JSON: one object, a list, or an object with a list under <c>faults</c>.</summary>
public static class FaultScenario
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no scenario; the message names the place.</exception>
    public static IReadOnlyList<FaultOrder> Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">It is no scenario; the message names the place.</exception>
    public static IReadOnlyList<FaultOrder> Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("faults", out var list))
            {
                root = list;
            }
            return root.ValueKind == JsonValueKind.Array
                ? [.. root.EnumerateArray().Select(Read)]
                : [Read(root, 0)];
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The scenario is no JSON: {fault.Message}", fault);
        }
    }

    private static FaultOrder Read(JsonElement item, int index)
    {
        try
        {
            return item.Deserialize<FaultOrder>(Options) ?? throw new FormatException($"Fault {index + 1} is null.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Fault {index + 1}: {fault.Message}", fault);
        }
    }
}
