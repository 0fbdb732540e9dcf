using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Database;

public sealed class PoolDatabaseTests
{
    private readonly PoolDatabase database = new(XapiSchema.Current, new IdentifierSource(1));

    [Fact]
    public void OneSide_FollowsTheManySide()
    {
        var (first, second) = (Vm(), Vm());
        var disk = database.Create("VBD", [KeyValuePair.Create("VM", (XapiValue)first.Ref)]);
        Assert.Equal([disk.Ref], first.Texts("VBDs"));

        database.Set(disk, "VM", second.Ref);
        Assert.Empty(first.Texts("VBDs"));
        Assert.Equal([disk.Ref], second.Texts("VBDs"));

        database.Destroy(disk);
        Assert.Empty(second.Texts("VBDs"));
    }

    [Fact]
    public void OneSide_CannotBeWritten() =>
        Assert.Throws<InvalidOperationException>(() => database.Set(Vm(), "VBDs", XapiSet.Empty));

    [Fact]
    public void MutualSets_MirrorEachOther()
    {
        var vm = Vm();
        var group = database.Create("VM_group", []);
        database.Set(group, "VMs", new[] { vm.Ref });
        Assert.Equal([group.Ref], vm.Texts("groups"));
        database.Set(vm, "groups", XapiSet.Empty);
        Assert.Empty(group.Texts("VMs"));
    }

    [Fact]
    public void WritingTheSameValue_IsNoChange()
    {
        var vm = Vm();
        var before = database.Generation;
        database.Set(vm, "name_label", vm.Text("name_label"));
        Assert.Equal(before, database.Generation);
    }

    [Fact]
    public void ChangeOfOneSide_ChangesTheOther()
    {
        var vm = Vm();
        var before = database.Generation;
        database.Create("VIF", [KeyValuePair.Create("VM", (XapiValue)vm.Ref)]);
        Assert.Contains(vm, database.ChangedSince(before));
    }

    [Fact]
    public async Task NextChange_EndsOncePerGroup()
    {
        var vm = Vm();
        var next = database.NextChange();
        Assert.False(next.IsCompleted);
        database.Atomically(() =>
        {
            database.Set(vm, "name_label", "a");
            Assert.False(next.IsCompleted);
            database.Set(vm, "name_description", "b");
        });
        await next.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(database.NextChange().IsCompleted);
    }

    [Fact]
    public void Follower_MayWriteWithoutBeingCalledAgain()
    {
        var calls = 0;
        database.OnSettle(rows =>
        {
            calls++;
            foreach (var row in rows)
            {
                database.Set(row, "name_description", $"{row.Text("name_label")} settled");
            }
        });
        var vm = database.Create("VM", [KeyValuePair.Create("name_label", (XapiValue)"x")]);
        Assert.Equal("x settled", vm.Text("name_description"));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Destroyed_IsKnownToWhoSawItAlive()
    {
        var before = database.Generation;
        var vm = Vm();
        var between = database.Generation;
        database.Destroy(vm);
        Assert.Empty(database.DestroyedSince(before));
        Assert.Equal(vm.Ref, Assert.Single(database.DestroyedSince(between)).Ref);
        Assert.Null(database.Find("VM", vm.Ref));
    }

    private XapiObject Vm() => database.Create("VM", []);
}
