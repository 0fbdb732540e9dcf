using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Tests.Inventory;

public sealed class InventoryDiffTests
{
    private static readonly PoolId Home = new("pool-1");

    private static readonly Vm Server = new()
    {
        Pool = Home,
        Id = new VmId("vm-1"),
        Name = "web",
        MemoryStaticMax = ByteSize.FromGibibytes(4),
        Tags = ["a", "b"],
        OtherConfig = new Dictionary<string, string> { ["folder"] = "/old", ["kept"] = "1" },
    };

    [Fact]
    public void EqualContent_InOtherCollections_IsNoChange() =>
        Assert.Null(InventoryDiff.Between(Server, Server with { Tags = ["a", "b"], OtherConfig = new Dictionary<string, string> { ["kept"] = "1", ["folder"] = "/old" } }));

    [Fact]
    public void FieldsThatDiffer_AreToldByName_WithInvariantValues()
    {
        var change = InventoryDiff.Between(Server, Server with
        {
            Name = "web-2",
            MemoryStaticMax = ByteSize.FromGibibytes(8),
            ResidentOn = new HostId("host-1"),
            Tags = ["a"],
            OtherConfig = new Dictionary<string, string> { ["kept"] = "1", ["folder"] = "/new", ["added"] = "x" },
        });

        Assert.Equal(ChangeKind.Changed, change!.Kind);
        Assert.Equal(new ObjectKey("VM", "vm-1"), change.Key);
        Assert.Equal("web-2", change.Name);
        Assert.Equal(
        [
            new FieldChange("MemoryStaticMax", "4294967296", "8589934592"),
            new FieldChange("Name", "web", "web-2"),
            new FieldChange("OtherConfig[added]", "", "x"),
            new FieldChange("OtherConfig[folder]", "/old", "/new"),
            new FieldChange("ResidentOn", "", "host-1"),
            new FieldChange("Tags", "a, b", "a"),
        ], change.Fields);
    }

    [Fact]
    public void ListsThatReadAlike_ButDiffer_AreAChange() =>
        Assert.NotNull(InventoryDiff.Between(Server with { Tags = ["a, b"] }, Server));

    [Fact]
    public void OneSideMissing_IsAddedOrGone()
    {
        Assert.Equal(ChangeKind.Added, InventoryDiff.Between(null, Server)!.Kind);
        Assert.Equal(ChangeKind.Gone, InventoryDiff.Between(Server, null)!.Kind);
    }

    [Fact]
    public void DifferentObjects_CannotBeCompared() =>
        Assert.Throws<ArgumentException>(() => InventoryDiff.Between(Server, Server with { Id = new VmId("vm-2") }));

    [Fact]
    public void EveryInventoryClass_HasAXapiName()
    {
        var kinds = typeof(InventoryObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InventoryObject))).ToList();
        Assert.Equal(17, kinds.Count);
        foreach (var kind in kinds)
        {
            var item = (InventoryObject)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind);
            Assert.NotEmpty(InventoryObjects.ClassOf(item));
        }
    }
}
