using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Relocation.Engine.Runs;
using Relocation.Web.Features;

namespace Relocation.Web.Tests;

public sealed partial class OutcomeTextTests
{
    private static readonly IStringLocalizer<OutcomeText> Text =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<OutcomeText>>();

    [Fact]
    public void EveryRefusalInTheCode_HasAText()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("Relocation.Core/Waves", StringComparison.Ordinal) || file.Contains("Relocation.Web/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Refusal().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Concat(typeof(RefusalReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!))
            .Append(ActionOutcome.Forbidden.Code)
            .Distinct().ToList();
        Assert.True(codes.Count > 50, $"Only {codes.Count} codes were found: the pattern no longer fits the code.");
        Assert.DoesNotContain(codes, code => Text[code].ResourceNotFound);
    }

    [Fact]
    public void Sentence_PutsParametersInTheirPlaces() =>
        Assert.Equal("“db” is in the group “shop” already.", OutcomeText.Sentence(Text, ActionOutcome.Refused("vm-already-planned", ("name", "db"), ("group", "shop"))));

    [Fact]
    public void Sentence_UnknownCode_IsShownWithItsParameters() =>
        Assert.Equal("new-code (a: 1, b: 2)", OutcomeText.Sentence(Text, ActionOutcome.Refused("new-code", ("b", "2"), ("a", "1"))));

    [GeneratedRegex("Refused?\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex Refusal();
}
