using Relocation.Core.Inventory;

namespace Relocation.Core.Tests.Inventory;

public sealed class InventorySetTests
{
    [Fact]
    public void With_ReplacesThePoolsView_AndLeavesTheOldSetAlone()
    {
        var first = View("b", 1);
        var set = InventorySet.Of(first, View("a", 1));
        var newer = set.With(View("b", 2));

        Assert.Equal([new PoolId("a"), new PoolId("b")], newer.Pools);
        Assert.Equal(2, newer[new PoolId("b")]!.Snapshot.Revision);
        Assert.Same(first, set[new PoolId("b")]);
        Assert.Null(newer.Without(new PoolId("b"))[new PoolId("b")]);
        Assert.Null(InventorySet.Empty[new PoolId("a")]);
    }

    private static InventoryView View(string pool, long revision) => new(new InventorySnapshot
    {
        Pool = new Pool { Pool = new PoolId(pool), Id = new PoolId(pool) },
        Revision = revision,
        CapturedAt = DateTimeOffset.UnixEpoch,
    });
}
