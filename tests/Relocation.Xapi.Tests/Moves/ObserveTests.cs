using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Moves;

public sealed class ObserveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BeforeAnything_TheVmIsInTheSource_WithWhatAMoveWouldDrop()
    {
        await using var pools = new TwoPools();
        var seen = await (await pools.MoverAsync(Token)).ObserveAsync(pools.Order, Token);
        Assert.Null(seen.Target);
        Assert.Empty(seen.Tasks);
        Assert.Empty(seen.Leftovers);
        Assert.Empty(seen.TargetDisks);
        var vm = seen.Source!;
        Assert.Equal((PowerState.Running, new HostId("host-a"), false, null), (vm.PowerState, vm.ResidentOn!.Value, vm.ImportInProgress, vm.MarkedFor));
        Assert.Equal(["vdi-0 sr-a 0 1073741824", "vdi-1 sr-a 1 2147483648"], vm.Disks.Select(disk => $"{disk.Id} {disk.Sr} {disk.UserDevice} {disk.VirtualSize.Bytes}"));
        Assert.Equal(["vif-0 net-a 0 aa:bb:cc:00:00:01 True"], vm.Vifs.Select(vif => $"{vif.Id} {vif.Network} {vif.Device} {vif.Mac} {vif.Attached}"));
        Assert.Equal("shop", vm.Attributes.Appliance);
        Assert.Equal("keep", vm.Attributes.BlockedOperations["destroy"]);
        Assert.Equal(new HostId("host-a"), vm.Attributes.Affinity);
        Assert.Equal("restart", vm.Attributes.HaRestartPriority);
        Assert.Equal("locked", vm.Attributes.LockingModes["0"]);
        Assert.Equal(["0"], vm.Attributes.ChangedBlockTracking);
    }

    [Fact]
    public async Task TheInstant_IsThePoolsOwn()
    {
        await using var pools = new TwoPools();
        pools.Source.Handlers["host.get_servertime"] = call => call.Result("20300102T03:04:05Z");
        var seen = await (await pools.MoverAsync(Token)).ObserveAsync(pools.Order, Token);
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), seen.At);
    }

    [Fact]
    public async Task UnderWay_TheTaskIsFoundByTag_AndDisksArrive()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        pools.PutMirror(70, "leaf", "vdi-0", 10);
        pools.PutMirror(71, "copy", "vdi-0", 30);
        pools.PutMirror(72, "dummy", "vdi-0", 1000, snapshot: true);
        pools.PutMirror(73, "foreign", "vdi-of-another-vm", 5);
        var seen = await mover.ObserveAsync(pools.Order, Token);
        var task = Assert.Single(seen.Tasks);
        Assert.Equal(("task-1", MigrationTaskStatus.Pending, 0.25, null), (task.Id.Uuid, task.Status, task.Progress, task.Finished));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 1, 32, TimeSpan.Zero), task.Created);
        Assert.Equal(pools.Order.Move.ToString(), seen.Source!.MarkedFor);
        Assert.Equal(["copy sr-b 0 40"], seen.TargetDisks.Select(disk => $"{disk.Id} {disk.Sr} {disk.UserDevice} {disk.PhysicalUtilisation.Bytes}"));
        Assert.Empty(seen.Leftovers);
    }

    [Fact]
    public async Task UntaggedTask_IsFoundThroughTheVmsCurrentOperations()
    {
        await using var pools = new TwoPools();
        pools.PutTask("pending", 0.5);
        pools.Source["VM", TwoPools.Vm]["current_operations"] = TwoPools.Map((TwoPools.Task, "migrate_send"), (TwoPools.Ref(61), "clean_shutdown"));
        var seen = await (await pools.MoverAsync(Token)).ObserveAsync(pools.Order, Token);
        Assert.Equal("task-1", Assert.Single(seen.Tasks).Id.Uuid);
        Assert.Equal(["clean_shutdown", "migrate_send"], seen.Source!.CurrentOperations);
    }

    [Fact]
    public async Task WhileTheMemoryComes_TheCopyIsBeingReceived_AndAfterwardsItIsNot()
    {
        await using var pools = new TwoPools();
        pools.PutArrived("Halted", ("scheduled_to_be_resident_on", TwoPools.TargetHost));
        var mover = await pools.MoverAsync(Token);
        Assert.True((await mover.ObserveAsync(pools.Order, Token)).Target!.ImportInProgress);
        pools.PutArrived("Running");
        Assert.False((await mover.ObserveAsync(pools.Order, Token)).Target!.ImportInProgress);
        pools.PutArrived("Halted");
        Assert.False((await mover.ObserveAsync(pools.Order, Token)).Target!.ImportInProgress);
        pools.Target.Put("task", TwoPools.Ref(77), "import", ("status", "pending"));
        Assert.True((await mover.ObserveAsync(pools.Order, Token)).Target!.ImportInProgress);
    }

    [Fact]
    public async Task AfterSuccess_TheVmIsInTheTargetAlone_WithoutLeftovers()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        pools.PutArrived("Running");
        pools.Source["task", TwoPools.Task]["status"] = "success";
        pools.Source.Remove("VM", TwoPools.Vm);
        pools.Source.Remove("VDI", TwoPools.Disk0);
        pools.Source.Remove("VDI", TwoPools.Disk1);
        var seen = await mover.ObserveAsync(pools.Order, Token);
        Assert.Null(seen.Source);
        Assert.Equal(new HostId("host-b"), seen.Target!.ResidentOn);
        Assert.Equal(["new-0", "new-1"], seen.Target.Disks.Select(disk => disk.Id.Uuid));
        Assert.Equal(["new-0", "new-1"], seen.TargetDisks.Select(disk => disk.Id.Uuid));
        Assert.Empty(seen.Leftovers);
        Assert.Equal("OpaqueRef:destination", pools.Target.Server.CallsOf("session.logout").Single().Text(0));
    }

    [Fact]
    public async Task AfterFailure_EveryLeftoverIsNamedWithItsEvidence()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        pools.PutTask("failure", 1, "SR_BACKEND_FAILURE_44", TwoPools.Vm);
        pools.PutMirror(70, "leaf", "vdi-0", 10);
        pools.Target.Put("VDI", TwoPools.Ref(71), "loose", ("name_label", "data"), ("SR", TwoPools.TargetSr), ("virtual_size", 2L << 30), ("VBDs", Array.Empty<string>()), ("sm_config", TwoPools.Map()));
        pools.Source["VIF", TwoPools.Vif]["other_config"] = TwoPools.Map(("maps_to", TwoPools.TargetNetwork));
        pools.Source["VDI", TwoPools.Disk1]["snapshots"] = new[] { TwoPools.Ref(62) };
        pools.Source.Put("VDI", TwoPools.Ref(62), "snap", ("sm_config", TwoPools.Map(("base_mirror", "sr-a/vdi-1"))), ("VBDs", Array.Empty<string>()));
        pools.Source["VM", TwoPools.Vm]["current_operations"] = TwoPools.Map((TwoPools.Ref(63), "migrate_send"));
        pools.PutArrived("Halted");
        var seen = await mover.ObserveAsync(pools.Order, Token);
        Assert.Equal(
        [
            "pool-a VDI snap mirror-snapshot", "pool-a VIF vif-0 maps-to-key", "pool-a VM vm-1 stuck-operation",
            "pool-b VDI leaf mirror-target", "pool-b VDI loose same-name-unattached", "pool-b VM vm-1 duplicate-vm",
        ],
        seen.Leftovers.Select(one => $"{one.Pool} {one.Class} {one.Uuid} {one.Evidence}"));
    }

    [Fact]
    public async Task SourceDisksThatStayed_AreLeftovers_AndSoIsAnOldVmThatDoesNotRun()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        pools.PutTask("success", 1);
        pools.PutArrived("Running");
        pools.Source["VM", TwoPools.Vm]["power_state"] = "Suspended";
        Assert.Equal(["pool-a VM vm-1 duplicate-vm"], (await mover.ObserveAsync(pools.Order, Token)).Leftovers.Select(one => $"{one.Pool} {one.Class} {one.Uuid} {one.Evidence}"));
        pools.Source.Remove("VM", TwoPools.Vm);
        pools.Source.Remove("VDI", TwoPools.Disk0);
        Assert.Equal(["pool-a VDI vdi-1 source-disk"], (await mover.ObserveAsync(pools.Order, Token)).Leftovers.Select(one => $"{one.Pool} {one.Class} {one.Uuid} {one.Evidence}"));
    }

    [Fact]
    public async Task Task_IsReadByUuid_WithItsErrorInUuids_AndForgottenIsNull()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        var id = await mover.SendAsync(pools.Order, Token);
        pools.PutTask("failure", 1, "VDI_NOT_IN_MAP", TwoPools.Disk1);
        var task = await mover.ObserveTaskAsync(pools.Order, id, Token);
        Assert.Equal("VDI_NOT_IN_MAP [vdi-1]", task!.Error!.ToString());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 2, 0, TimeSpan.Zero), task.Finished);
        pools.Source.Remove("task", TwoPools.Task);
        Assert.Null(await mover.ObserveTaskAsync(pools.Order, id, Token));
    }

    [Fact]
    public async Task PoolThatDoesNotAnswer_GivesNoFacts()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        pools.Source.Handlers["VM.get_record"] = _ => FakeReply.Drop;
        await Assert.ThrowsAsync<HypervisorUnreachableException>(() => mover.ObserveAsync(pools.Order, Token));
    }

    [Fact]
    public async Task PoolThatRefusesToTell_GivesNoFactsEither()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        pools.Target.Handlers["VM.get_by_uuid"] = call => call.Failure("RBAC_PERMISSION_DENIED", "VM.get_by_uuid", "no");
        await Assert.ThrowsAsync<HypervisorUnreachableException>(() => mover.ObserveAsync(pools.Order, Token));
    }
}
