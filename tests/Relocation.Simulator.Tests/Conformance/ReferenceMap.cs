using System.Text.RegularExpressions;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>What stands in the simulator for a reference, uuid or token of the recording; grows as answers come.</summary>
internal sealed partial class ReferenceMap
{
    private const string Prefix = "OpaqueRef:";

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byStart = new(StringComparer.Ordinal);

    public bool Knows(string recorded) => known.ContainsKey(recorded) || ByStart(recorded) is not null;

    public void Add(string recorded, string simulated) => known.TryAdd(recorded, simulated);

    /// <summary>Adds a reference of which only the first eight digits are given: they tell the objects of one recording apart.</summary>
    public void AddByStart(string start, string simulated) => byStart.TryAdd(start[..8], simulated);

    /// <summary>A text of the recording with everything known replaced.</summary>
    public string Translate(string text) => Identifiers().Replace(text, match => known.GetValueOrDefault(match.Value) ?? ByStart(match.Value) ?? match.Value);

    private string? ByStart(string recorded) =>
        recorded.StartsWith(Prefix, StringComparison.Ordinal) && recorded.Length > Prefix.Length + 8 ? byStart.GetValueOrDefault(recorded.Substring(Prefix.Length, 8)) : null;

    [GeneratedRegex(@"OpaqueRef:[0-9a-zA-Z-]+|\d{20},\d{20}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifiers();
}
