using System.Runtime.CompilerServices;

namespace Relocation.Simulator.Tests.Checks;

/// <summary>The written list of cases where the simulator answers otherwise, each with its reason.</summary>
internal static class KnownDifferences
{
    /// <summary>Case and part ("answer", "send") or number of the call, and the reason. A line without a reason is an error.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file, [CallerFilePath] string here = "")
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            Assert.True(parts.Length == 3 && parts[2].Length > 20, $"'{line}' does not say case, part and reason.");
            known.Add(parts[0].Contains(' ', StringComparison.Ordinal) ? parts[0] : $"{parts[0]} {parts[1]}", parts[2]);
        }
        return known;
    }
}
