using Bunit;
using Relocation.Core.Hypervisors;
using Relocation.Core.Preflight;
using Relocation.Web.Features.Preflight;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Tests.Ui;
using Relocation.Web.Tests.Waves;

namespace Relocation.Web.Tests.Preflight;

[UseCulture("en")]
public sealed class ReadinessTests
{
    private static readonly ReadinessFilter Everything = new(null, null, null, null, null, null);

    private static IReadOnlyList<ReadinessRow> Rows => ReadinessRow.Of(SmallPlan.Plan, SmallDatacenter.Set());

    [Fact]
    public void Rows_AreThePlannedVms_WithWaveAndGroup()
    {
        var row = Assert.Single(Rows);
        Assert.Equal(("radar", "imaging", "first"), (row.Name, row.Group.Name, row.Wave?.Name));
        Assert.True(row.Blocked);
        Assert.Equal(1, ReadinessRow.BlockedIn(SmallPlan.Plan, SmallDatacenter.Set()));
    }

    [Fact]
    public void Filter_BySeverityAndCheck_KeepsOnlyThoseFindings()
    {
        var some = Rows[0].Findings[0].Code;
        Assert.All((Everything with { Check = some }).Of(Rows, code => code).Single().Findings, finding => Assert.Equal(some, finding.Code));
        Assert.All((Everything with { Severity = "Blocks" }).Of(Rows, code => code).Single().Findings, finding => Assert.Equal(Severity.Blocks, finding.Severity));
        Assert.Empty((Everything with { Check = "vm.moved" }).Of(Rows, code => code));
    }

    [Fact]
    public void Filter_ByWaveVmGroupOrWords_KeepsOnlyThoseVms()
    {
        Assert.Equal(Rows[0].Findings.Count, Everything.Of(Rows, code => code).Single().Findings.Count);
        Assert.Empty((Everything with { Wave = SmallPlan.Second.ToString() }).Of(Rows, code => code));
        Assert.Empty((Everything with { Vm = "other" }).Of(Rows, code => code));
        Assert.Empty((Everything with { Group = "other" }).Of(Rows, code => code));
        Assert.Single((Everything with { Search = "RADAR imag" }).Of(Rows, code => code));
        Assert.Empty((Everything with { Search = "radar lidar" }).Of(Rows, code => code));
        Assert.Single((Everything with { Search = "processor" }).Of(Rows, code => code.StartsWith("mapping.", StringComparison.Ordinal) ? "processor" : ""));
    }

    [Fact]
    public void HeatMap_CountsVmsPerGroupAndCheck_BlockingFirst()
    {
        var map = HeatMap.Of(Rows);
        Assert.Equal(map.Checks.OrderByDescending(check => check.Severity).Select(check => check.Severity), map.Checks.Select(check => check.Severity));
        var (group, vms) = Assert.Single(map.Groups);
        Assert.Equal("imaging", group.Name);
        Assert.Equal(1, vms["mapping.network.open"]);
    }

    [Fact]
    public void HeatTable_Cell_NarrowsToGroupAndCheck()
    {
        using var context = InterfaceContext.Create();
        (string Group, string Check)? chosen = null;
        var table = context.Render<HeatTable>(parameters => parameters.Add(heat => heat.Map, HeatMap.Of(Rows)).Add(heat => heat.Chosen, cell => chosen = cell));
        table.Find("button.heat-cell").Click();
        Assert.Equal(SmallPlan.Imaging.ToString(), chosen?.Group);
        Assert.Equal(HeatMap.Of(Rows).Checks[0].Code, chosen?.Check);
    }

    [Fact]
    public void Findings_AreShownWithSeveritySentenceAndRemedy()
    {
        using var context = InterfaceContext.Create();
        var open = Rows[0].Findings.Single(finding => finding.Code == "mapping.network.open");
        var list = context.Render<FindingList>(parameters => parameters.Add(shown => shown.Findings, [open]));
        Assert.Equal("blocks", list.Find(".badge").TextContent);
        Assert.Contains("The network “office” has no target yet.", list.Markup, StringComparison.Ordinal);
        Assert.Equal("Choose a target network under Mapping.", list.Find(".finding-remedy").TextContent);
    }

    [Fact]
    public void Answers_AreSetBesideOurs_AndAgreementIsOnlyClaimedWhereAsked()
    {
        var blocked = Rows[0];
        var ready = blocked with { Findings = [] };
        var refused = new PoolVerdict(blocked.Planned.Vm, "radar", false, new HypervisorError("VM_HAS_VUSBS", ["u"]), "");
        var accepted = new PoolVerdict(blocked.Planned.Vm, "radar", true, null, "");
        Assert.True(new PoolAnswer(ready, accepted).Agrees);
        Assert.False(new PoolAnswer(ready, refused).Agrees);
        Assert.True(new PoolAnswer(blocked, refused).Agrees);
        Assert.Null(new PoolAnswer(blocked, null).Agrees);
        Assert.Null(new PoolAnswer(ready, accepted with { Accepted = false, NotAsked = "no route" }).Agrees);
        Assert.Null(Assert.Single(PoolAnswer.Of(Rows, SmallPlan.First, [])).Verdict);
        Assert.Empty(PoolAnswer.Of(Rows, SmallPlan.Second, []));
    }
}
