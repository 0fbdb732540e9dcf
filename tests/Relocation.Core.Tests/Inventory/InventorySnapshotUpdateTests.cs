using Relocation.Core.Inventory;

namespace Relocation.Core.Tests.Inventory;

public sealed class InventorySnapshotUpdateTests
{
    private static readonly PoolId Alpha = new("alpha");
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly InventorySnapshot Before = new()
    {
        Pool = new Pool { Pool = Alpha, Id = Alpha, Name = "Old" },
        Revision = 7,
        CapturedAt = Now.AddHours(-1),
        Vms = [Vm("a", "one"), Vm("c", "three")],
        Networks = [new Network { Pool = Alpha, Id = new NetworkId("n"), Name = "business" }],
    };

    [Fact]
    public void After_ChangedNewAndGone_ReplacesAddsAndRemovesInOrder()
    {
        var after = InventorySnapshotUpdate.After(Before, new InventoryBatch(Alpha, Now, [Vm("b", "two"), Vm("a", "first"), Vm("a", "uno")], [new ObjectKey("VM", "c")]), 8);
        Assert.Equal([("a", "uno"), ("b", "two")], after.Vms.Select(vm => (vm.Uuid, vm.Name)));
        Assert.Equal((8L, Now), (after.Revision, after.CapturedAt));
    }

    [Fact]
    public void After_SameUuidInAnotherClass_IsNotTouched()
    {
        var after = InventorySnapshotUpdate.After(Before, new InventoryBatch(Alpha, Now, [], [new ObjectKey("network", "a")]), 8);
        Assert.Same(Before.Vms, after.Vms);
        Assert.Same(Before.Networks, after.Networks);
    }

    [Fact]
    public void After_PoolRecord_IsReplaced() =>
        Assert.Equal("New", InventorySnapshotUpdate.After(Before, new InventoryBatch(Alpha, Now, [Before.Pool with { Name = "New" }], []), 8).Pool.Name);

    [Fact]
    public void After_BatchOfAnotherPool_IsRefused() =>
        Assert.Throws<ArgumentException>(() => InventorySnapshotUpdate.After(Before, new InventoryBatch(new PoolId("beta"), Now, [], []), 8));

    private static Vm Vm(string uuid, string name) => new() { Pool = Alpha, Id = new VmId(uuid), Name = name };
}
