using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Preflight;

public sealed class PreflightRunnerTests
{
    [Fact]
    public void Catalogue_IsAsApproved() => Approved.Matches(
        "preflight-catalogue.txt",
        string.Concat(PreflightCatalogue.Kinds.Select(kind => $"{kind.Code} | {kind.Severity} | {kind.RemedyCode} | {kind.Predicts}{(kind.Transient ? " | transient" : "")}\n")));

    [Fact]
    public void Codes_AreUnique() => Assert.Equal(PreflightCatalogue.Kinds.Count, PreflightCatalogue.Kinds.Select(kind => kind.Code).Distinct().Count());

    [Fact]
    public void Findings_AreAllCollected_InTheOrderOfThePlan_BlockersFirst()
    {
        var world = new TestRelocation(vm => vm with { VusbCount = 1, AttachedPcis = ["p"], Appliance = new ApplianceId("a") });
        world.Add(world.Source.Vm("db", vm => vm with { VusbCount = 1 }));
        var findings = PreflightRunner.Run(world.Plan, world.Inventory).Findings;
        Assert.Equal(
            ["vm/web vm.pci-attached", "vm/web vm.usb-attached", "vm/web vm.attributes-dropped", "vm/db vm.usb-attached"],
            findings.Select(finding => $"{finding.Vm} {finding.Code}"));
    }

    [Fact]
    public void Memory_IsCountedAlongThePlan_SoThatTheFirstMoveThatDoesNotFitIsNamed()
    {
        var world = new TestRelocation(bendTarget: host => host with { MemoryTotal = ByteSize.FromGibibytes(10) });
        world.Add(world.Source.Vm("second"));
        world.Add(world.Source.Vm("third"));
        world.Add(world.Source.Vm("stopped", vm => vm with { PowerState = PowerState.Halted }));
        var report = PreflightRunner.Run(world.Plan, world.Inventory);
        Assert.Equal(["vm/third"], report.Findings.Where(finding => finding.Code == "host.not-enough-memory").Select(finding => finding.Vm.ToString()));
    }

    [Fact]
    public void ADiskLargerThanItsSr_NeverFits_AndOneThatMayOutgrowTheRoom_IsTight()
    {
        Assert.Contains("sr.no-space", CodesOf(size: 2000));
        Assert.Contains("sr.space-tight", CodesOf(size: 700));
        Assert.Empty(CodesOf(size: 300));

        IEnumerable<string> CodesOf(double size)
        {
            var world = new TestRelocation();
            world.Source.Disk(world.Vm, world.SourceSr, gibibytes: size, allocated: 1);
            return PreflightRunner.Run(world.Plan, world.Inventory).Findings.Select(finding => finding.Code);
        }
    }

    [Fact]
    public void LackOfMemory_IsFoundEvenWhereNoHostWouldDoAnyway()
    {
        var world = new TestRelocation(bendTarget: host => host with { MemoryTotal = ByteSize.FromGibibytes(2), Enabled = false });
        Assert.Equal(["host.disabled", "host.not-enough-memory"], PreflightRunner.Run(world.Plan, world.Inventory).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void AWave_IsLookedAtAlone()
    {
        var world = new TestRelocation();
        world.Add(world.Source.Vm("later", vm => vm with { VusbCount = 1 }));
        var plan = world.Plan with { Groups = [new MoveGroup(TestRelocation.GroupId, "now", [world.Planned[0]]), new MoveGroup(new MoveGroupId(Guid.Empty), "later", [world.Planned[1]])] };
        Assert.Empty(PreflightRunner.Run(plan, world.Inventory, TestRelocation.WaveId).Findings);
        Assert.Single(PreflightRunner.Run(plan, world.Inventory).Findings);
    }

    [Fact]
    public void TenThousandVms_WithNothingInTheWay_GiveNoObstacle()
    {
        var world = new TestRelocation();
        for (var host = 0; host < 31; host++)
        {
            world.Target.Host($"more{host}", item => item with { MemoryTotal = ByteSize.FromGibibytes(4096) });
        }

        var network = world.Target.Network("front2", vlan: 101);
        world.Target.Network("management2", management: true);
        var sr = world.Target.Sr("store2", freeGibibytes: 1e6);
        for (var number = 0; number < 9_999; number++)
        {
            var vm = world.Source.Vm($"vm{number}");
            world.Source.Disk(vm, world.SourceSr);
            world.Source.Vif(vm, world.SourceNetwork);
            world.Source.Disk(world.Source.SnapshotOf(vm, $"snap{number}"), world.SourceSr);
            world.Add(vm);
        }

        var inventory = world.Inventory;
        var plan = MappingProposer.Propose(world.Unmapped, inventory);
        plan = PlanChanges.SetNetwork(plan, world.Source.Id, world.SourceNetwork.Id, world.Target.Id, network.Id, inventory).Plan!;
        plan = PlanChanges.SetStorage(plan, world.Source.Id, world.SourceSr.Id, world.Target.Id, sr.Id, inventory).Plan!;

        var report = PreflightRunner.Run(plan, inventory);

        Assert.DoesNotContain(report.Findings, finding => finding.Severity is Severity.Blocks);
    }
}
