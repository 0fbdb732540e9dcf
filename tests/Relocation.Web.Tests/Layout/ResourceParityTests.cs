using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Relocation.Web.Tests.Layout;

/// <summary>English and Chinese are equal: the same keys, nothing empty, the same placeholders, and no orphan file.</summary>
public sealed partial class ResourceParityTests
{
    private const string ChineseEnding = ".zh-Hans.resx";

    public static TheoryData<string> English() => [.. Files().Where(file => !file.EndsWith(ChineseEnding, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(English))]
    public void Resources_BothLanguages_HaveTheSameKeysAndPlaceholders(string file)
    {
        var english = Read(file);
        var chinese = Read(file.Replace(".resx", ChineseEnding, StringComparison.Ordinal));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, pair => Assert.Equal(Placeholders(pair.Value), Placeholders(chinese[pair.Key])));
    }

    [Fact]
    public void Resources_NoValue_IsEmpty() =>
        Assert.DoesNotContain(Files().SelectMany(file => Read(file).Select(pair => (file, pair))), entry => entry.pair.Value.Trim().Length == 0);

    /// <summary>The compiler of resources drops the second of two keys that differ in case alone.</summary>
    [Fact]
    public void Resources_NoKeys_DifferInCaseAlone() => Assert.All(Files(), file =>
        Assert.Empty(Read(file).Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"{file}: {same.Key}")));

    [Fact]
    public void Resources_ChineseWords_AreChinese()
    {
        var texts = Files().Where(file => file.EndsWith(ChineseEnding, StringComparison.Ordinal)).SelectMany(Read).ToList();
        var chinese = texts.Count(pair => pair.Value.Any(letter => letter is >= '\u4e00' and <= '\u9fff'));
        Assert.True(chinese > texts.Count * 0.85, $"Only {chinese} of {texts.Count} texts hold a Chinese letter.");
    }

    [Fact]
    public void Resources_EveryChineseFile_HasItsEnglishOne() => Assert.All(
        Files().Where(file => file.EndsWith(ChineseEnding, StringComparison.Ordinal)),
        file => Assert.True(File.Exists(file.Replace(ChineseEnding, ".resx", StringComparison.Ordinal)), file));

    private static string[] Files() => [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Relocation.Web"), "*.resx", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(item => item.Attribute("name")!.Value, item => item.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();
}
