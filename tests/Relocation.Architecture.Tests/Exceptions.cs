namespace Relocation.Architecture.Tests;

/// <summary>The list of known breaches. It may only shrink: an entry that no longer stands for a breach fails the test.</summary>
internal static class Exceptions
{
    public static void AssertOnlyKnown(string rule, IEnumerable<string> breaches)
    {
        var known = File.ReadAllLines(Path.Combine(Repository.Root, "tests/Relocation.Architecture.Tests/exceptions.txt"))
            .Where(line => line.StartsWith(rule + " ", StringComparison.Ordinal))
            .Select(line => line[(rule.Length + 1)..].Trim())
            .ToHashSet(StringComparer.Ordinal);
        var found = breaches.ToList();
        var fresh = found.Where(breach => !known.Contains(breach.Split(": ")[0])).ToList();
        var healed = known.Where(entry => !found.Any(breach => breach.Split(": ")[0] == entry)).ToList();

        Assert.True(fresh.Count == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, fresh)}");
        Assert.True(healed.Count == 0, $"Strike these from exceptions.txt, they are mended: {string.Join(", ", healed)}");
    }
}
