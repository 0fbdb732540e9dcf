namespace Relocation.Simulator.Tests.Checks;

public class GoldenCaseTests
{
    [Fact]
    public async Task Calls_are_answered_as_the_real_toolstack_answered()
    {
        var known = KnownDifferences.Read("known-differences.txt");
        var found = new List<string>();
        var all = 0;
        foreach (var folder in Directory.GetDirectories(SharedData.Require("golden/cases")).Order(StringComparer.Ordinal))
        {
            var golden = new GoldenCase(folder);
            var name = Path.GetFileName(folder);
            all++;
            Compare(found, $"{name} answer", golden.ExpectedAnswer, await golden.AnswerAsync());
            if (golden.HasSend)
            {
                all++;
                Compare(found, $"{name} send", golden.ExpectedSend, await golden.SendAsync());
            }
        }
        var unexpected = found.Where(line => !known.ContainsKey(line[..line.IndexOf(':', StringComparison.Ordinal)])).ToList();
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} of {all} differ:\n{string.Join('\n', unexpected)}");
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), found.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    private static void Compare(List<string> found, string part, string[] expected, string[] actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            found.Add($"{part}: expected {string.Join(", ", expected)}; answered {string.Join(", ", actual)}");
        }
    }
}
