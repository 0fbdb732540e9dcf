using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Relocation.Core.Preflight;
using Relocation.Web.Features.Preflight;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Tests.Waves;

namespace Relocation.Web.Tests.Preflight;

/// <summary>Texts of findings against the catalogue of checks: none missing, none left over.</summary>
public sealed partial class FindingTextTests
{
    private static readonly string[] Coded = ["title.", "remedy.", "word."];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Catalogue_EveryCodeAndRemedy_HasItsTexts(string language)
    {
        var texts = Texts(language);
        Assert.NotEmpty(PreflightCatalogue.Kinds);
        Assert.All(PreflightCatalogue.Kinds, kind =>
        {
            Assert.Contains(kind.Code, texts.Keys);
            Assert.Contains("title." + kind.Code, texts.Keys);
            Assert.True(kind.RemedyCode.Length == 0 || texts.ContainsKey("remedy." + kind.RemedyCode), kind.RemedyCode);
        });
    }

    [Fact]
    public void Texts_OfCodesNotInTheCatalogue_AreNotKept()
    {
        var codes = PreflightCatalogue.Kinds.SelectMany(kind => new[] { kind.Code, "title." + kind.Code, "remedy." + kind.RemedyCode }).ToHashSet();
        Assert.DoesNotContain(Texts("en").Keys, key => !key.StartsWith("word.", StringComparison.Ordinal) && !codes.Contains(key));
    }

    [Fact]
    public void Texts_BothLanguages_NameTheSameFacts()
    {
        var (english, chinese) = (Texts("en"), Texts("zh-Hans"));
        Assert.All(english.Where(pair => !Coded.Any(pair.Key.StartsWith)), pair => Assert.Equal(Facts(pair.Value), Facts(chinese[pair.Key])));
    }

    [Fact]
    [UseCulture("en")]
    public void Sentence_OfWhatPreflightFinds_HasAllItsFacts()
    {
        var findings = PreflightRunner.Run(SmallPlan.Plan, SmallDatacenter.Set(vm => vm with { NoMigrate = true, VusbCount = 2, BlockedOperations = new Dictionary<string, string> { ["migrate_send"] = "licence dongle" } })).Findings;
        Assert.True(findings.Count > 5);
        Assert.All(findings, finding => Assert.DoesNotContain('{', FindingText.Sentence(Localizer, finding)));
        Assert.Contains(findings, finding => FindingText.Sentence(Localizer, finding).Contains("licence dongle", StringComparison.Ordinal));
        Assert.Contains(findings, finding => FindingText.Sentence(Localizer, finding).Contains("marked as not movable", StringComparison.Ordinal));
    }

    [Fact]
    [UseCulture("en")]
    public void Sentence_WritesSizesForPeople()
    {
        var finding = new Finding("sr.no-space", Severity.Blocks, new ObjectRef(default, "SR", "u", "SAN"), new Dictionary<string, string> { ["sr"] = "SAN", ["needBytes"] = "107374182400", ["leftBytes"] = "1073741824" }, "free-space-or-choose-other-sr");
        Assert.StartsWith("The disks need 100.0 GiB on “SAN”, where 1.0 GiB will be left", FindingText.Sentence(Localizer, finding), StringComparison.Ordinal);
    }

    private static IStringLocalizer<FindingText> Localizer => new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<FindingText>>();

    private static Dictionary<string, string> Texts(string language)
    {
        var culture = language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = new ResourceManager(typeof(FindingText)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Facts(string text) => Fact().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Fact();
}
