using System.Runtime.CompilerServices;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>docs/design/simulator-differences.md: lines <c>- `folder/name`: reason</c>. It may only shrink.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> Of(string folder)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(PathOf()).Where(line => line.StartsWith($"- `{folder}/", StringComparison.Ordinal)))
        {
            var end = line.IndexOf('`', 3);
            var reason = line[(end + 1)..].TrimStart(':', ' ');
            Assert.True(reason.Length > 10, $"A difference needs its reason: {line}");
            known.Add(line[3..end], reason);
        }
        return known;
    }

    /// <summary>Fails for a difference that is not listed, and for a listed one that is none.</summary>
    public static void AssertOnly(string folder, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> found, ITestOutputHelper output)
    {
        var known = Of(folder);
        var differences = found.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, texts) in differences.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{name}: {string.Join(" | ", texts)}");
        }
        var fresh = differences.Where(item => !known.ContainsKey(item.Key)).Select(item => $"{item.Key}: {string.Join(" | ", item.Value)}").ToList();
        Assert.True(fresh.Count == 0, $"{fresh.Count} new differences:{Environment.NewLine}{string.Join(Environment.NewLine, fresh)}");
        Assert.Empty(known.Keys.Where(name => !differences.ContainsKey(name)).Select(name => $"{name} is mended: strike it from the list"));
    }

    private static string PathOf([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/design/simulator-differences.md"));
}
