using CsCheck;
using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Runbooks;

public sealed class RunbookCompilerTests
{
    private static readonly RunId Run = new(Guid.Parse("00000000-0000-0000-0000-0000000000aa"));

    [Fact]
    public void AnOrder_NamesEveryObject_SnapshotsAndSuspendImagesToo()
    {
        var world = new TestRelocation();
        var pool = world.Source;
        var second = pool.Disk(world.Vm, world.SourceSr, gibibytes: 5);
        var snapshot = pool.SnapshotOf(world.Vm, "snap", vm => vm with { SuspendVdi = new VdiId("source/vdi/memory") });
        var memory = pool.Vdi("memory", world.SourceSr, gibibytes: 4);
        var frozen = pool.Disk(snapshot, world.SourceSr, gibibytes: 20, bend: vdi => vdi with { IsSnapshot = true, SnapshotOf = world.Disk.Id, SnapshotTime = DateTimeOffset.UnixEpoch });
        var snapshotVif = pool.Vif(snapshot, world.SourceNetwork);

        var compiled = Compile(world);

        Assert.Empty(compiled.Refusals);
        var move = Assert.Single(compiled.Moves);
        var order = move.Runbook.Order;
        Assert.Equal("shop", move.Group);
        Assert.Equal((Run, world.Vm.Id, "web", MoveMethod.Live), (order.Run, order.Vm, order.VmName, order.Method));
        Assert.Equal((new HostId("target/host/t1"), world.TransferNetwork.Id), (order.TargetHost, order.TransferNetwork));
        Assert.Equal(new[] { world.Disk.Id, second.Id, memory.Id, frozen.Id }.Select(id => id.Uuid).Order(), order.Disks.Keys.Select(id => id.Uuid).Order());
        Assert.All(order.Disks.Values, sr => Assert.Equal(world.TargetSr.Id, sr));
        Assert.Equal(new[] { world.Vif.Id, snapshotVif.Id }.Select(id => id.Uuid).Order(), order.Vifs.Keys.Select(id => id.Uuid).Order());
        Assert.Equal([4, 5, 20, 20], move.Runbook.Disks.Select(disk => disk.VirtualSize.Gibibytes));
        Assert.Equal(["", "1", "0", ""], move.Runbook.Disks.Select(disk => disk.UserDevice));
        Assert.Equal((4L << 30, world.Vm.ResidentOn, 1), (move.Runbook.MemoryBytes, move.Runbook.SourceHost, move.Runbook.Version));
        Assert.Equal([RunbookStep.Prepare, RunbookStep.Check, RunbookStep.Migrate, RunbookStep.Verify, RunbookStep.Restore], move.Runbook.Steps);
        Assert.True(move.Forecast!.TimeSeconds.Expected > 0);
    }

    [Fact]
    public void Unconfirmed_Open_AndBlocked_AreRefused_WithTheirFindings()
    {
        var world = new TestRelocation();
        world.Add(world.Source.Vm("usb", vm => vm with { VusbCount = 1 }));
        Assert.Equal(["vm.usb-attached"], Compile(world).Refusals.Select(finding => finding.Code));
        Assert.Single(Compile(world).Moves);

        var proposed = RunbookCompiler.Compile(world.Proposed, TestRelocation.WaveId, world.Inventory, Run, Ids());
        Assert.Empty(proposed.Moves);
        Assert.Contains(proposed.Refusals, finding => finding.Code == "mapping.storage.unconfirmed");
        Assert.Contains(RunbookCompiler.Compile(world.Unmapped, TestRelocation.WaveId, world.Inventory, Run, Ids()).Refusals, finding => finding.Code == "mapping.network.open");
    }

    [Fact]
    public void AVmThatHasMoved_IsLeftOut_AndSaidSo()
    {
        var world = new TestRelocation();
        world.Planned.Add(world.Planned[0] with { Vm = world.Target.Vm("done").Id });
        var compiled = Compile(world);
        Assert.Equal(["vm.moved"], compiled.Refusals.Select(finding => finding.Code));
        Assert.Single(compiled.Moves);
    }

    [Fact]
    public void Hosts_FillInOrder_AndTheFirstThatDoesNotFitIsRefused()
    {
        var world = new TestRelocation(bendTarget: host => host with { MemoryTotal = ByteSize.FromGibibytes(10) });
        var roomy = world.Target.Host("t2", host => host with { MemoryTotal = ByteSize.FromGibibytes(6) });
        world.Target.Network("management2", management: true);
        Connect(world);
        world.Add(world.Source.Vm("b"));
        world.Add(world.Source.Vm("c"));
        world.Add(world.Source.Vm("d"));
        var compiled = Compile(world);
        Assert.Equal(["target/host/t1", roomy.Id.Uuid, "target/host/t1"], compiled.Moves.Select(move => move.Runbook.Order.TargetHost.Uuid));
        Assert.Equal(("host.not-enough-memory", "vm/d"), (compiled.Refusals.Single().Code, compiled.Refusals.Single().Vm.ToString()));
    }

    [Fact]
    public void RefusedVms_TakeNoRoomFromOthers()
    {
        var world = new TestRelocation(vm => vm with { VusbCount = 1 }, bendTarget: host => host with { MemoryTotal = ByteSize.FromGibibytes(6) });
        world.Add(world.Source.Vm("b"));
        var compiled = Compile(world);
        Assert.Equal(["b"], compiled.Moves.Select(move => move.Runbook.Order.VmName));
        Assert.Equal(["vm.usb-attached"], compiled.Refusals.Select(finding => finding.Code));
    }

    [Fact]
    public void AHaltedVm_MovesCold_WithoutMemory()
    {
        var move = Compile(new TestRelocation(vm => vm with { PowerState = PowerState.Halted, ResidentOn = null })).Moves.Single();
        Assert.Equal((MoveMethod.Cold, 0L, null), (move.Runbook.Order.Method, move.Runbook.MemoryBytes, move.Runbook.SourceHost));
        Assert.Equal(0, move.Forecast!.DowntimeSeconds.Expected);
    }

    [Fact]
    public void ThePlannedHost_IsKept()
    {
        var world = new TestRelocation();
        var chosen = world.Target.Host("t0", host => host with { MemoryTotal = ByteSize.FromGibibytes(8) });
        world.Target.Network("management2", management: true);
        Connect(world);
        world.Planned = [world.Planned[0] with { TargetHost = chosen.Id }];
        Assert.Equal(chosen.Id, Compile(world).Moves.Single().Runbook.Order.TargetHost);
    }

    [Theory]
    [InlineData(10, 1, 3)]
    [InlineData(2, 5, 2)]
    [InlineData(100, 2, 6)]
    [InlineData(4, 0, 1)]
    public void Concurrency_IsThreePerSourceHost_AtMost(int most, int hosts, int expected) =>
        Assert.Equal(expected, WaveConcurrency.Of(Enumerable.Range(0, hosts * 5).Select(index => (HostId?)new HostId($"{index % hosts}")), most));

    [Fact]
    public void AnUnknownWave_IsAnError() =>
        Assert.Throws<ArgumentException>(() => RunbookCompiler.Compile(new TestRelocation().Plan, new WaveId(Guid.Empty), InventorySet.Empty, Run, Ids()));

    [Fact]
    public void AnyWave_IsSplitIntoMovesAndRefusals_WithinEveryHostsMemory() => Gen.Select(Gen.Double[1, 12].Array[1, 12], Gen.Double[4, 40].Array[1, 4], Gen.Bool.Array[12]).Sample((vms, hosts, usb) =>
    {
        var world = new TestRelocation();
        world.Planned = [];
        for (var index = 0; index < hosts.Length; index++)
        {
            var memory = ByteSize.FromGibibytes(hosts[index]);
            world.Target.Host($"h{index}", host => host with { MemoryTotal = memory });
        }

        world.Target.Network("management2", management: true);
        for (var index = 0; index < vms.Length; index++)
        {
            var (memory, blocked) = (ByteSize.FromGibibytes(vms[index]), usb[index] ? 1 : 0);
            world.Add(world.Source.Vm($"v{index}", vm => vm with { MemoryDynamicMin = memory, MemoryDynamicMax = memory, MemoryStaticMax = memory, VusbCount = blocked }));
        }

        var compiled = Compile(world);
        var again = Compile(world);
        var refused = compiled.Refusals.Select(finding => finding.Vm!.Value).Distinct().ToList();
        Assert.Equal(world.Planned.Select(planned => planned.Vm).Order(ById), compiled.Moves.Select(move => move.Runbook.Order.Vm).Concat(refused).Order(ById));
        Assert.Equal(compiled.Moves.Select(move => move.Runbook.Order.TargetHost), again.Moves.Select(move => move.Runbook.Order.TargetHost));
        foreach (var group in compiled.Moves.GroupBy(move => move.Runbook.Order.TargetHost))
        {
            var need = group.Sum(move => HostMemory.NeedOf(world.Source.View.Vm(move.Runbook.Order.Vm)!).Bytes);
            Assert.True(need <= HostMemory.FreeOn(world.Target.View, world.Target.View.Host(group.Key)!).Bytes);
        }
    }, iter: 150);

    private static readonly Comparer<VmId> ById = Comparer<VmId>.Create((left, right) => string.CompareOrdinal(left.Uuid, right.Uuid));

    /// <summary>Gives hosts that came later what the first has.</summary>
    private static void Connect(TestRelocation world) => world.Target.ConnectAll(world.TargetNetwork, world.TargetSr);

    private static CompiledRun Compile(TestRelocation world) => RunbookCompiler.Compile(world.Plan, TestRelocation.WaveId, world.Inventory, Run, Ids());

    private static Func<MoveId> Ids()
    {
        var number = 0;
        return () => new MoveId(new Guid(++number, 0, 0, new byte[8]));
    }
}
