using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Tests.Fixtures;

namespace Relocation.Core.Tests.Preflight;

public sealed class PreflightCheckTests
{
    public static TheoryData<string> Codes => [.. PreflightCatalogue.Kinds.Select(kind => kind.Code)];

    public static TheoryData<int> NearMisses => [.. Enumerable.Range(0, CheckScenarios.Silent.Count)];

    [Fact]
    public void AMoveWithNothingInItsWay_HasNoFinding()
    {
        var world = new TestRelocation();
        Assert.Empty(PreflightRunner.Run(world.Plan, world.Inventory).Findings);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryKind_IsFound_AndNothingElse(string code)
    {
        Assert.True(CheckScenarios.Fires.TryGetValue(code, out var scenario), $"{code} has no scenario: write one in CheckScenarios.");
        var findings = scenario.Run().Of(new VmId(scenario.Vm)).ToList();
        var finding = Assert.Single(findings, candidate => candidate.Code == code);
        Assert.Equal([code, .. scenario.Company], findings.Select(candidate => candidate.Code).Order(StringComparer.Ordinal).OrderByDescending(found => found == code));
        Assert.Equal(scenario.Error, finding.Predicts?.ToString() ?? "");
        Assert.NotEqual("", finding.Subject.Uuid);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void NearMisses_AreNotFound(int index)
    {
        var scenario = CheckScenarios.Silent[index];
        Assert.DoesNotContain(scenario.Run().Of(new VmId(scenario.Vm)), finding => finding.Code == scenario.Code);
    }

    [Fact]
    public void Predictions_AreErrorsOfTheKind_WhereTheKindNamesOne()
    {
        foreach (var (code, scenario) in CheckScenarios.Fires)
        {
            var kind = PreflightCatalogue.Kinds.Single(candidate => candidate.Code == code);
            Assert.Equal(kind.Predicts.Length > 0, scenario.Error.Length > 0);
        }
    }
}
