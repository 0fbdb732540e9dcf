using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Xapi.Tests.Simulated;

public sealed class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LiveVmWithTwoDisks_IsCheckedSentAndObservedToItsProof()
    {
        await using var pair = await SimulatedPair.StartAsync(8);
        var order = await OrderAsync(pair);
        var mover = await pair.Movers.BetweenAsync(pair.SourceId, pair.TargetId, Token);
        Assert.Null(await mover.AssertCanMigrateAsync(order, Token));
        var before = await mover.ObserveAsync(order, Token);
        var task = await mover.SendAsync(order, Token);
        var seen = new List<MoveObservation>();
        while (seen.Count == 0 || seen[^1].Tasks.Any(one => one.Status == MigrationTaskStatus.Pending))
        {
            seen.Add(await mover.ObserveAsync(order, Token));
        }

        var end = await mover.ObserveTaskAsync(order, task, Token);
        Assert.Equal((MigrationTaskStatus.Success, null), (end!.Status, end.Error));
        Assert.Contains(seen, one => one.Tasks.Count == 1 && one.Tasks[0].Id == task && one.Source!.MarkedFor == order.Move.ToString());
        Assert.Contains(seen, one => one.TargetDisks.Any(disk => disk.UserDevice == "0") && one.Target is null);
        var after = await mover.ObserveAsync(order, Token);
        Assert.Null(after.Source);
        Assert.Empty(after.Leftovers);
        var vm = after.Target!;
        Assert.Equal((PowerState.Running, order.TargetHost, order.Move.ToString(), false), (vm.PowerState, vm.ResidentOn!.Value, vm.MarkedFor, vm.ImportInProgress));
        Assert.Equal(before.Source!.Disks.Select(disk => (disk.UserDevice, disk.VirtualSize)), vm.Disks.Select(disk => (disk.UserDevice, disk.VirtualSize)));
        Assert.All(vm.Disks, disk => Assert.Contains(disk.Sr, order.Disks.Values));
        Assert.Equal(before.Source.Vifs.Select(vif => (vif.Device, vif.Mac)), vm.Vifs.Select(vif => (vif.Device, vif.Mac)));
        Assert.All(vm.Vifs, vif => Assert.Contains(vif.Network, order.Vifs.Values));
        await mover.RestoreAttributesAsync(order, before.Source.Attributes with { Appliance = "" }, Token);
        Assert.Null((await mover.ObserveAsync(order, Token)).Target!.MarkedFor);
    }

    [Fact]
    public async Task Cancelling_LeavesTheVmWhereItWas_AndNothingBehind()
    {
        await using var pair = await SimulatedPair.StartAsync(2);
        var order = await OrderAsync(pair);
        var mover = await pair.Movers.BetweenAsync(pair.SourceId, pair.TargetId, Token);
        var task = await mover.SendAsync(order, Token);
        await mover.RequestCancelAsync(order, task, Token);
        MigrationTask? end;
        do
        {
            end = await mover.ObserveTaskAsync(order, task, Token);
        }
        while (end!.Status is MigrationTaskStatus.Pending or MigrationTaskStatus.Cancelling);
        Assert.Equal(MigrationTaskStatus.Cancelled, end.Status);
        var after = await mover.ObserveAsync(order, Token);
        Assert.Equal(PowerState.Running, after.Source!.PowerState);
        Assert.Null(after.Target);
        Assert.Empty(after.Leftovers);
    }

    [Fact]
    public async Task MappingThatLacksADisk_IsRefusedByTheCheck_NamingItByUuid()
    {
        await using var pair = await SimulatedPair.StartAsync(1);
        var order = await OrderAsync(pair);
        var missing = order.Disks.Keys.OrderBy(disk => disk.Uuid, StringComparer.Ordinal).First();
        var mover = await pair.Movers.BetweenAsync(pair.SourceId, pair.TargetId, Token);
        var error = await mover.AssertCanMigrateAsync(order with { Disks = order.Disks.Where(disk => disk.Key != missing).ToDictionary() }, Token);
        Assert.Equal($"VDI_NOT_IN_MAP [{missing}]", error!.ToString());
    }

    private static async Task<MoveOrder> OrderAsync(SimulatedPair pair)
    {
        var source = View((await SimulatedPair.ReadAsync(SimulatedPair.EndpointOf(pair.Server.Pools[0]))).Objects);
        var target = View((await SimulatedPair.ReadAsync(SimulatedPair.EndpointOf(pair.Server.Pools[1]))).Objects);
        var vm = source.Snapshot.Vms.Single(vm => vm.Name == "g-live-migrate");
        var host = target.Snapshot.Hosts.Single();
        var management = target.Snapshot.Pifs.Single(pif => pif.Management).Network!.Value;
        var sr = target.Snapshot.StorageRepositories.First(sr => sr.Capabilities.Contains("VDI_MIRROR") && sr.ContentType == "user").Id;
        return new MoveOrder
        {
            Run = new RunId(new Guid(1, 0, 0, new byte[8])),
            Move = new MoveId(new Guid(2, 0, 0, new byte[8])),
            Vm = vm.Id,
            VmName = vm.Name,
            SourcePool = pair.SourceId,
            TargetPool = pair.TargetId,
            TargetHost = host.Id,
            TransferNetwork = management,
            Method = MoveMethod.Live,
            Disks = source.DisksOf(vm.Id).ToDictionary(disk => disk.Id, _ => sr),
            Vifs = source.VifsOf(vm.Id).ToDictionary(vif => vif.Id, _ => management),
        };
    }

    private static InventoryView View(IReadOnlyList<InventoryObject> objects) => new(new InventorySnapshot
    {
        Pool = objects.OfType<Pool>().Single(),
        Revision = 1,
        CapturedAt = DateTimeOffset.UnixEpoch,
        Hosts = [.. objects.OfType<Host>()],
        StorageRepositories = [.. objects.OfType<StorageRepository>()],
        Pbds = [.. objects.OfType<Pbd>()],
        Vdis = [.. objects.OfType<Vdi>()],
        Vms = [.. objects.OfType<Vm>()],
        Vbds = [.. objects.OfType<Vbd>()],
        Vifs = [.. objects.OfType<Vif>()],
        Pifs = [.. objects.OfType<Pif>()],
        Networks = [.. objects.OfType<Network>()],
    });
}
