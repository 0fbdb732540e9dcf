using CsCheck;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Waves;

public sealed class PlanChangesTests
{
    private static readonly MoveGroupId Second = new(Guid.Parse("00000000-0000-0000-0000-000000000009"));
    private static readonly WaveId Later = new(Guid.Parse("00000000-0000-0000-0000-000000000008"));

    private readonly TestRelocation relocation = new();

    [Fact]
    public void Create_ChecksNameSitesAndLink()
    {
        var good = new TransferLink(BitRate.FromMegabits(1000), TimeSpan.FromMilliseconds(2), 1500);
        var old = new Site("old", "UTC", [new PoolId("a")]);
        var fresh = new Site("new", "UTC", [new PoolId("b")]);
        var id = new RelocationId(Guid.Empty);

        Assert.Equal(("move", 0L), (PlanChanges.Create(id, " move ", old, fresh, good).Plan!.Name, PlanChanges.Create(id, "move", old, fresh, good).Plan!.Revision));
        Assert.Equal("name-empty", PlanChanges.Create(id, "  ", old, fresh, good).Code);
        Assert.Equal("name-too-long", PlanChanges.Create(id, new string('x', 121), old, fresh, good).Code);
        Assert.Equal("site-without-pool", PlanChanges.Create(id, "move", old, new Site("new", "UTC", []), good).Code);
        Assert.Equal("pool-on-both-sites", PlanChanges.Create(id, "move", old, old, good).Code);
        Assert.Equal("link-capacity", PlanChanges.Create(id, "move", old, fresh, good with { Capacity = new BitRate(0) }).Code);
        Assert.Equal("link-capacity", PlanChanges.Create(id, "move", old, fresh, good with { Capacity = new BitRate(double.NaN) }).Code);
        Assert.Equal("link-latency", PlanChanges.Create(id, "move", old, fresh, good with { Latency = TimeSpan.FromSeconds(-1) }).Code);
        Assert.Equal("link-mtu", PlanChanges.Create(id, "move", old, fresh, good with { Mtu = 100 }).Code);
    }

    [Fact]
    public void AVm_IsInOneGroupOnly()
    {
        var plan = PlanChanges.CreateGroup(relocation.Plan, Second, "other").Plan!;
        var result = PlanChanges.AddVms(plan, Second, relocation.Planned, relocation.Inventory);
        Assert.Equal(("vm-already-planned", "shop", "web"), (result.Code, result.Parameters["group"], result.Parameters["name"]));
        Assert.Null(result.Plan);
    }

    [Theory]
    [InlineData(VmKind.Template, "vm-is-template")]
    [InlineData(VmKind.DefaultTemplate, "vm-is-template")]
    [InlineData(VmKind.Snapshot, "vm-is-snapshot")]
    [InlineData(VmKind.ControlDomain, "vm-is-control-domain")]
    public void OnlyVms_CanBePlanned(VmKind kind, string code)
    {
        var other = relocation.Source.Vm("other", vm => vm with { Kind = kind });
        Assert.Equal(code, Add(other.Id).Code);
    }

    [Fact]
    public void Vms_MustExist_AndGoFromOldToNewSite()
    {
        var vm = relocation.Source.Vm("db");
        var planned = new PlannedVm(vm.Id, relocation.Source.Id, relocation.Target.Id, null, MoveMethod.Live);
        Assert.Equal("vm-not-found", Add(new VmId("nowhere")).Code);
        Assert.Equal("pool-not-on-site", Add(planned with { TargetPool = relocation.Source.Id }).Code);
        Assert.Equal("pool-not-on-site", Add(planned with { SourcePool = relocation.Target.Id }).Code);
        Assert.Equal("method-not-supported", Add(planned with { Method = MoveMethod.Warm }).Code);
        Assert.Equal("host-not-in-target-pool", Add(planned with { TargetHost = new HostId("x") }).Code);
        Assert.Equal([relocation.Vm.Id, vm.Id], Add(planned).Plan!.Groups.Single().Vms.Select(item => item.Vm));
    }

    [Fact]
    public void Groups_CanBeNamedOrderedAssignedAndDeleted()
    {
        var plan = PlanChanges.CreateGroup(relocation.Plan, Second, " mail ").Then(next => PlanChanges.AssignGroup(next, Second, TestRelocation.WaveId)).Plan!;
        Assert.Equal([TestRelocation.GroupId, Second], plan.Waves[0].Groups);
        Assert.Equal("name-taken", PlanChanges.RenameGroup(plan, Second, "SHOP").Code);
        Assert.Equal("group-not-found", PlanChanges.RenameGroup(plan, new MoveGroupId(Guid.Empty), "x").Code);
        Assert.Equal("post", PlanChanges.RenameGroup(plan, Second, "post").Plan!.Groups[1].Name);
        Assert.Equal([Second, TestRelocation.GroupId], PlanChanges.ReorderGroup(plan, Second, 0).Plan!.Waves[0].Groups);

        var gone = PlanChanges.DeleteGroup(plan, TestRelocation.GroupId).Plan!;
        Assert.Equal([Second], gone.Groups.Select(group => group.Id));
        Assert.Equal([Second], gone.Waves[0].Groups);
    }

    [Fact]
    public void Vms_CanBeTakenOut_AndMovedToAnotherGroup()
    {
        var plan = PlanChanges.CreateGroup(relocation.Plan, Second, "mail").Then(next => PlanChanges.MoveVms(next, Second, [relocation.Vm.Id])).Plan!;
        Assert.Empty(plan.Groups[0].Vms);
        Assert.Equal(relocation.Planned, plan.Groups[1].Vms);
        Assert.Empty(PlanChanges.RemoveVms(plan, [relocation.Vm.Id]).Plan!.Groups[1].Vms);
        Assert.Equal("vm-not-planned", PlanChanges.RemoveVms(plan, [new VmId("x")]).Code);
    }

    [Fact]
    public void Waves_CanBeNamedOrderedLimitedAndDeleted()
    {
        var plan = PlanChanges.CreateWave(relocation.Plan, Later, "second", 4).Plan!;
        Assert.Equal("parallel-moves", PlanChanges.SetParallelMoves(plan, Later, 0).Code);
        Assert.Equal(9, PlanChanges.SetParallelMoves(plan, Later, 9).Plan!.Waves[1].MaximumParallelMoves);
        Assert.Equal("name-taken", PlanChanges.RenameWave(plan, Later, "First").Code);
        Assert.Equal([Later, TestRelocation.WaveId], PlanChanges.ReorderWave(plan, Later, 0).Plan!.Waves.Select(wave => wave.Id));
        Assert.Equal([TestRelocation.GroupId], PlanChanges.AssignGroup(plan, TestRelocation.GroupId, Later).Plan!.Waves[1].Groups);
        Assert.Empty(PlanChanges.AssignGroup(plan, TestRelocation.GroupId, Later).Plan!.Waves[0].Groups);
        Assert.Empty(PlanChanges.AssignGroup(plan, TestRelocation.GroupId, null).Plan!.Waves[0].Groups);
        Assert.Equal("wave-not-found", PlanChanges.AssignGroup(plan, TestRelocation.GroupId, new WaveId(Guid.Empty)).Code);

        var gone = PlanChanges.DeleteWave(plan, TestRelocation.WaveId).Plan!;
        Assert.Equal([Later], gone.Waves.Select(wave => wave.Id));
        Assert.Single(gone.Groups);
    }

    [Fact]
    public void Mappings_AreConfirmedOnlyWithATarget_ThatExists()
    {
        var (from, to) = (relocation.Source.Id, relocation.Target.Id);
        var plan = relocation.Proposed;
        Assert.Equal("network-not-found", PlanChanges.SetNetwork(plan, from, relocation.SourceNetwork.Id, to, new NetworkId("x"), relocation.Inventory).Code);
        Assert.Equal("sr-not-found", PlanChanges.SetStorage(plan, from, relocation.SourceSr.Id, to, new SrId("x"), relocation.Inventory).Code);
        var images = relocation.Target.Sr("images", bend: sr => sr with { ContentType = "iso" });
        Assert.Equal("sr-holds-no-disks", PlanChanges.SetStorage(plan, from, relocation.SourceSr.Id, to, images.Id, relocation.Inventory).Code);
        Assert.Equal(MappingOrigin.Confirmed, PlanChanges.ConfirmNetwork(plan, from, relocation.SourceNetwork.Id, to).Plan!.Networks[0].Origin);
        Assert.Equal("mapping-open", PlanChanges.ConfirmStorage(PlanChanges.ClearStorage(plan, from, relocation.SourceSr.Id, to).Plan!, from, relocation.SourceSr.Id, to).Code);
    }

    [Fact]
    public void MethodAndTarget_AreSetPerVm()
    {
        var plan = relocation.Plan;
        var host = relocation.Target.Snapshot.Hosts[0].Id;
        Assert.Equal(MoveMethod.Cold, PlanChanges.SetMethod(plan, relocation.Vm.Id, MoveMethod.Cold).Plan!.Groups[0].Vms[0].Method);
        Assert.Equal("method-not-supported", PlanChanges.SetMethod(plan, relocation.Vm.Id, MoveMethod.Warm).Code);
        Assert.Equal("vm-not-planned", PlanChanges.SetMethod(plan, new VmId("x"), MoveMethod.Cold).Code);
        Assert.Equal(host, PlanChanges.SetTargetHost(plan, relocation.Vm.Id, host, relocation.Inventory).Plan!.Groups[0].Vms[0].TargetHost);
        Assert.Equal("host-not-in-target-pool", PlanChanges.SetTargetHost(plan, relocation.Vm.Id, new HostId("x"), relocation.Inventory).Code);
    }

    [Fact]
    public void AnyEdits_KeepEveryVmInOneGroup_AndEveryGroupInOneWave() => Gen.Int[0, 8].Array[1, 30].Sample(edits =>
    {
        var plan = relocation.Plan;
        var inventory = relocation.Inventory;
        var number = 10;
        foreach (var edit in edits)
        {
            var group = plan.Groups.Count > 0 ? plan.Groups[number % plan.Groups.Count].Id : Second;
            var wave = plan.Waves.Count > 0 ? plan.Waves[number % plan.Waves.Count].Id : Later;
            var result = edit switch
            {
                0 => PlanChanges.CreateGroup(plan, new MoveGroupId(new Guid(number, 0, 0, new byte[8])), $"g{number}"),
                1 => PlanChanges.CreateWave(plan, new WaveId(new Guid(number, 0, 0, new byte[8])), $"w{number}", 3),
                2 => PlanChanges.AssignGroup(plan, group, wave),
                3 => PlanChanges.AddVms(plan, group, relocation.Planned, inventory),
                4 => PlanChanges.MoveVms(plan, group, [relocation.Vm.Id]),
                5 => PlanChanges.DeleteGroup(plan, group),
                6 => PlanChanges.DeleteWave(plan, wave),
                7 => PlanChanges.ReorderGroup(plan, group, number % 5),
                _ => PlanChanges.ReorderWave(plan, wave, number % 5),
            };
            number++;
            plan = result.Plan ?? plan;
            Assert.Equal(result.Plan is null, result.Code.Length > 0);
            var vms = plan.Groups.SelectMany(item => item.Vms).Select(item => item.Vm).ToList();
            var scheduled = plan.Waves.SelectMany(item => item.Groups).ToList();
            Assert.Equal(vms.Distinct(), vms);
            Assert.Equal(scheduled.Distinct(), scheduled);
            Assert.Subset(plan.Groups.Select(item => item.Id).ToHashSet(), scheduled.ToHashSet());
        }
    }, iter: 300);

    private PlanChangeResult Add(VmId vm) => Add(new PlannedVm(vm, relocation.Source.Id, relocation.Target.Id, null, MoveMethod.Live));

    private PlanChangeResult Add(PlannedVm planned) => PlanChanges.AddVms(relocation.Plan, TestRelocation.GroupId, [planned], relocation.Inventory);
}
