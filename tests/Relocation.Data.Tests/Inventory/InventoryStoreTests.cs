using Relocation.Core.Inventory;
using Relocation.Data.Inventory;
using Relocation.Data.Tests.Databases;
using Relocation.Data.Tests.Records;

namespace Relocation.Data.Tests.Inventory;

public abstract class InventoryStoreTests(TestDatabase database) : DatabaseTests(database)
{
    private InventoryStore Store => Database.Get<InventoryStore>();

    [Fact]
    public async Task Load_ObjectsOfEveryClass_HaveEveryField()
    {
        var objects = Objects.Every(seed: 1, ofEachClass: 3);

        await ImportAsync(objects);

        var snapshot = (await Store.LoadAsync(Objects.Pool, Ct))!;
        Assert.Equal(Objects.Text(objects), Objects.Text(Objects.Of(snapshot)));
        Assert.Equal((1, Database.Time.GetUtcNow()), (snapshot.Revision, snapshot.CapturedAt));
        Assert.Equal(snapshot.Vms.OrderBy(vm => vm.Uuid, StringComparer.Ordinal), snapshot.Vms);
        Assert.Null(await Store.LoadAsync(new PoolId("another"), Ct));
    }

    [Fact]
    public async Task Load_ObjectsWithNothingSet_AreAsTheyBegan()
    {
        InventoryObject[] objects =
            [new Pool { Pool = Objects.Pool, Id = Objects.Pool }, new Vm { Pool = Objects.Pool, Id = new VmId("a") }, new Host { Pool = Objects.Pool, Id = new HostId("h") }];

        await ImportAsync(objects);

        Assert.Equal(Objects.Text(objects), Objects.Text(Objects.Of((await Store.LoadAsync(Objects.Pool, Ct))!)));
    }

    [Fact]
    public async Task Import_First_CountsAllAsAddedAndKeepsNoSingleChange()
    {
        var objects = Objects.Every(seed: 1, ofEachClass: 2);
        var reader = new ListReader(objects) { Source = CaptureSource.LivePool, Warnings = ["a <b>", "北"] };

        var result = await Store.ImportAsync(reader, "https://10.0.0.1", null, Ct);

        var expected = new Capture
        {
            Id = result.Capture.Id,
            Pool = Objects.Pool,
            PoolName = "北京 north",
            Revision = 1,
            At = Database.Time.GetUtcNow(),
            Source = CaptureSource.LivePool,
            SourceName = "https://10.0.0.1",
            ProductVersion = "6.1.0",
            SchemaVersion = "5.63",
            ObjectCount = objects.Count,
            First = true,
            Added = objects.Count,
            Changed = 0,
            Gone = 0,
            Warnings = ["a <b>", "北"],
        };
        Assert.Equal(DeepText.Of(expected), DeepText.Of(result.Capture));
        Assert.Equal(DeepText.Of(new[] { expected }), DeepText.Of(await Store.CapturesAsync(Objects.Pool, 0, 10, Ct)));
        Assert.Equal(0, (await Store.ChangesAsync(result.Capture.Id, ChangeFilter.All, 0, 10, Ct)).Total);
        Assert.Equal(
            [new StoredPool(Objects.Pool, "北京 north", "6.1.0", CaptureSource.LivePool, 1, Database.Time.GetUtcNow(), objects.Count)], await Store.PoolsAsync(Ct));
    }

    [Fact]
    public async Task Import_SameAgain_ChangesNothingButTheRevision()
    {
        var objects = Objects.Every(seed: 1, ofEachClass: 2);
        await ImportAsync(objects);
        Database.Time.Advance(TimeSpan.FromHours(1));

        var again = await ImportAsync(objects);

        Assert.Equal((0, 0, 0, false, 2L), (again.Capture.Added, again.Capture.Changed, again.Capture.Gone, again.Capture.First, again.Capture.Revision));
        var snapshot = (await Store.LoadAsync(Objects.Pool, Ct))!;
        Assert.Equal((2, Database.Time.GetUtcNow()), (snapshot.Revision, snapshot.CapturedAt));
        Assert.Equal([2, 1], (await Store.CapturesAsync(Objects.Pool, 0, 10, Ct)).Select(capture => capture.Revision));
    }

    [Fact]
    public async Task Import_DictionaryInAnotherOrder_IsNoChange()
    {
        var before = Objects.Vm(1, "a") with { OtherConfig = new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" } };
        var after = before with { OtherConfig = new Dictionary<string, string> { ["y"] = "2", ["x"] = "1" } };
        await ImportAsync([Objects.PoolRecord(1), before]);

        Assert.Equal(0, (await ImportAsync([Objects.PoolRecord(1), after])).Capture.Changed);
        Assert.Equal(0, (await ImportAsync([Objects.PoolRecord(1), after])).Capture.Changed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Import_Anything_RecordsChangesThatTurnTheOldIntoTheNew(int seed)
    {
        var old = Objects.Every(seed, ofEachClass: 25);
        var now = Mutation.Of(old, seed);
        await ImportAsync(old);

        var result = await ImportAsync(now);

        var changes = await AllChangesAsync(result.Capture.Id);
        var table = old.ToDictionary(InventoryObjects.KeyOf, Fields.Of);
        var target = now.ToDictionary(InventoryObjects.KeyOf, Fields.Of);
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case ChangeKind.Added:
                    Assert.DoesNotContain(change.Key, table);
                    table.Add(change.Key, target[change.Key]);
                    break;
                case ChangeKind.Gone:
                    Assert.True(table.Remove(change.Key));
                    break;
                default:
                    Assert.NotEmpty(change.Fields);
                    table[change.Key] = Fields.Apply(table[change.Key], change.Fields);
                    break;
            }
        }

        Assert.Equal(target.Keys.ToHashSet(), table.Keys.ToHashSet());
        Assert.All(target, entry => Assert.Equal(entry.Value, table[entry.Key]));
        Assert.Equal(
            (changes.Count(change => change.Kind == ChangeKind.Added), changes.Count(change => change.Kind == ChangeKind.Changed), changes.Count(change => change.Kind == ChangeKind.Gone)),
            (result.Capture.Added, result.Capture.Changed, result.Capture.Gone));
        Assert.Equal(DeepText.Of(changes.Take(100).ToList()), DeepText.Of(result.FirstChanges));
        Assert.Equal(Objects.Text(now), Objects.Text(Objects.Of((await Store.LoadAsync(Objects.Pool, Ct))!)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_ReaderBreaksOff_StoresNothing(bool again)
    {
        var before = await PrepareAsync(again);
        var reader = new ListReader(Objects.Every(seed: 9, ofEachClass: 60)) { Before = (700, () => throw new InventoryFormatException("truncated", "f", 1, 2, "Ends here.")) };

        await Assert.ThrowsAsync<InventoryFormatException>(() => Store.ImportAsync(reader, "f", null, Ct));

        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_Cancelled_StoresNothing(bool again)
    {
        var before = await PrepareAsync(again);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var reader = new ListReader(Objects.Every(seed: 9, ofEachClass: 60)) { Before = (700, source.Cancel) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ImportAsync(reader, "f", null, source.Token));

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Import_WithoutThePoolsRecord_StoresNothing()
    {
        var error = await Assert.ThrowsAsync<InventoryFormatException>(() => ImportAsync([Objects.Vm(1, "a")]));

        Assert.Equal("pool-missing", error.Code);
        Assert.Empty(await Store.PoolsAsync(Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData(null)]
    public async Task Import_UnusableUuid_StoresNothing(string? uuid)
    {
        var error = await Assert.ThrowsAsync<InventoryFormatException>(() => ImportAsync([Objects.PoolRecord(1), Objects.Vm(1, uuid ?? new string('x', 5000))]));

        Assert.Equal("uuid-unusable", error.Code);
        Assert.Empty(await Store.PoolsAsync(Ct));
    }

    [Fact]
    public async Task Import_NulAndLongTexts_ComeBackWhole()
    {
        InventoryObject[] objects = [Objects.PoolRecord(1), Objects.Vm(1, "a") with { Name = "x\0y", Description = new string('d', 300_000) }];
        await ImportAsync(objects);
        var renamed = Objects.Vm(1, "a") with { Name = "\0", Description = "" };

        var result = await ImportAsync([objects[0], renamed]);

        Assert.Equal("x\0y", Assert.Single(result.FirstChanges).Fields.Single(field => field.Field == "Name").Before);
        Assert.Equal("\0", (await Store.LoadAsync(Objects.Pool, Ct))!.Vms[0].Name);
        Assert.Equal("\0", (await AllChangesAsync(result.Capture.Id))[0].Fields.Single(field => field.Field == "Name").After);
    }

    [Fact]
    public async Task Import_SameUuidInTwoPools_AreTwoObjects()
    {
        var other = new PoolId("other");
        await ImportAsync([Objects.PoolRecord(1), Objects.Vm(1, "a")]);
        await ImportAsync([Objects.PoolRecord(2) with { Pool = other, Id = other }, Objects.Vm(2, "a") with { Pool = other }]);

        Assert.True(await Store.RemovePoolAsync(other, Ct));

        Assert.Single((await Store.LoadAsync(Objects.Pool, Ct))!.Vms);
        Assert.Null(await Store.LoadAsync(other, Ct));
    }

    [Fact]
    public async Task Import_SeveralAtOnce_EachIsARevision()
    {
        await ImportAsync(Objects.Every(seed: 0, ofEachClass: 5));

        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed => Task.Run(() => ImportAsync(Objects.Every(seed, ofEachClass: 5)), Ct)));

        var captures = await Store.CapturesAsync(Objects.Pool, 0, 10, Ct);
        Assert.Equal([5, 4, 3, 2, 1], captures.Select(capture => capture.Revision));
        Assert.All(captures, capture => Assert.Equal(captures[0].ObjectCount, capture.ObjectCount));
        Assert.Equal(captures[0].ObjectCount, Objects.Of((await Store.LoadAsync(Objects.Pool, Ct))!).Count());
    }

    [Fact]
    public async Task Import_ManyObjects_ReportsProgressUpToAll()
    {
        var reports = new List<ImportProgress>();
        var objects = Objects.Every(seed: 1, ofEachClass: 40);

        await Store.ImportAsync(new ListReader(objects), "f", new Reports(reports), Ct);

        Assert.Equal(reports.Order(Comparer<ImportProgress>.Create((left, right) => left.Done.CompareTo(right.Done))), reports);
        Assert.True(reports.Count > 2);
        Assert.Equal(new ImportProgress(objects.Count, objects.Count), reports[^1]);
    }

    [Fact]
    public async Task Apply_Batch_ChangesAddsAndRemoves()
    {
        var objects = Objects.Every(seed: 1, ofEachClass: 2);
        await ImportAsync(objects);
        var changed = objects.OfType<Vm>().First() with { Name = "renamed" };
        var added = Objects.Vm(77, "new");
        var gone = objects.OfType<Vif>().First();
        var at = Database.Time.GetUtcNow().AddMinutes(5);

        var result = await Store.ApplyAsync(
            new InventoryBatch(Objects.Pool, at, [changed with { Name = "between" }, added, changed], [InventoryObjects.KeyOf(gone), new ObjectKey("VM", "never seen")]), Ct);

        Assert.Equal(2, result.Revision);
        Assert.Equal(
            [(ChangeKind.Added, InventoryObjects.KeyOf(added)), (ChangeKind.Changed, InventoryObjects.KeyOf(changed)), (ChangeKind.Gone, InventoryObjects.KeyOf(gone))],
            result.Changes.Select(change => (change.Kind, change.Key)));
        Assert.Equal("renamed", result.Changes[1].Fields.Single().After);
        var snapshot = (await Store.LoadAsync(Objects.Pool, Ct))!;
        var expected = objects.Where(item => item != gone).Select(item => item.Uuid == changed.Uuid && item is Vm ? changed : item).Append(added);
        Assert.Equal(Objects.Text(expected), Objects.Text(Objects.Of(snapshot)));
        Assert.Equal((2, at), (snapshot.Revision, snapshot.CapturedAt));
        Assert.Equal(objects.Count, (await Store.PoolsAsync(Ct))[0].ObjectCount);
    }

    [Fact]
    public async Task Apply_NothingNew_KeepsTheRevision()
    {
        var objects = Objects.Every(seed: 1, ofEachClass: 1);
        await ImportAsync(objects);
        var before = await StateAsync();

        var result = await Store.ApplyAsync(new InventoryBatch(Objects.Pool, Database.Time.GetUtcNow().AddDays(1), objects, []), Ct);

        Assert.Equal((1, 0), (result.Revision, result.Changes.Count));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Apply_UnknownPoolOrForeignObject_IsRefused()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Store.ApplyAsync(new InventoryBatch(Objects.Pool, Database.Time.GetUtcNow(), [], []), Ct));
        await ImportAsync([Objects.PoolRecord(1)]);
        var foreign = Objects.Vm(1, "a") with { Pool = new PoolId("other") };
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ApplyAsync(new InventoryBatch(Objects.Pool, Database.Time.GetUtcNow(), [foreign], []), Ct));
    }

    [Fact]
    public async Task Changes_Filter_FindsByKindClassAndText()
    {
        await ImportAsync([Objects.PoolRecord(1), Objects.Vm(1, "a") with { Name = "Gone_VM 100%" }]);
        var result = await ImportAsync([Objects.PoolRecord(1), Objects.Vm(2, "b") with { Name = "ÉTÉ 北京" }, Objects.Vm(3, "c") with { Name = "plain" }]);

        async Task<string> FindAsync(ChangeFilter filter) => string.Concat((await Store.ChangesAsync(result.Capture.Id, filter, 0, 10, Ct)).Changes.Select(change => change.Key.Uuid));

        Assert.Equal("bca", await FindAsync(ChangeFilter.All));
        Assert.Equal("a", await FindAsync(new ChangeFilter { Kind = ChangeKind.Gone }));
        Assert.Equal("", await FindAsync(new ChangeFilter { Class = "VDI" }));
        Assert.Equal("a", await FindAsync(new ChangeFilter { Text = "gone_" }));
        Assert.Equal("a", await FindAsync(new ChangeFilter { Text = "0%" }));
        Assert.Equal("b", await FindAsync(new ChangeFilter { Text = "ÉT" }));
        Assert.Equal("c", await FindAsync(new ChangeFilter { Text = "C", Class = "VM", Kind = ChangeKind.Added }));
        var page = await Store.ChangesAsync(result.Capture.Id, ChangeFilter.All, 1, 1, Ct);
        Assert.Equal((3, "c"), (page.Total, page.Changes.Single().Key.Uuid));
    }

    [Fact]
    public async Task RemovePool_Everything_IsGone()
    {
        await ImportAsync(Objects.Every(seed: 1, ofEachClass: 2));
        await ImportAsync(Objects.Every(seed: 2, ofEachClass: 2));

        Assert.True(await Store.RemovePoolAsync(Objects.Pool, Ct));

        Assert.False(await Store.RemovePoolAsync(Objects.Pool, Ct));
        foreach (var table in new[] { "Pools", "Objects", "Captures", "Changes" })
        {
            Assert.Equal(0, await Database.CountAsync(table, Ct));
        }
    }

    private Task<CaptureResult> ImportAsync(IReadOnlyList<InventoryObject> objects) => Store.ImportAsync(new ListReader(objects), "file.xml", null, Ct);

    private async Task<IReadOnlyList<ObjectChange>> AllChangesAsync(CaptureId capture) => (await Store.ChangesAsync(capture, ChangeFilter.All, 0, 100_000, Ct)).Changes;

    private async Task<string> PrepareAsync(bool importFirst)
    {
        if (importFirst)
        {
            await ImportAsync(Objects.Every(seed: 8, ofEachClass: 30));
        }

        return await StateAsync();
    }

    /// <summary>All that is stored, as text.</summary>
    private async Task<string> StateAsync()
    {
        var snapshot = await Store.LoadAsync(Objects.Pool, Ct);
        return DeepText.Of(await Store.PoolsAsync(Ct)) + DeepText.Of(await Store.CapturesAsync(Objects.Pool, 0, 100, Ct))
            + await Database.CountAsync("Changes", Ct) + snapshot?.Revision + (snapshot is null ? "" : Objects.Text(Objects.Of(snapshot)));
    }

    private sealed class Reports(List<ImportProgress> reports) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => reports.Add(value);
    }
}
