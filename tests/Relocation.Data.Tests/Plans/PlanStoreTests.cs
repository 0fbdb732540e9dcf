using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Data.Tests.Databases;
using Relocation.Data.Tests.Records;

namespace Relocation.Data.Tests.Plans;

public abstract class PlanStoreTests(TestDatabase database) : DatabaseTests(database)
{
    private PlanStore Store => Database.Get<PlanStore>();

    [Fact]
    public async Task Load_CreatedPlan_HasEveryField()
    {
        var plan = new RandomRecord(1).Of<RelocationPlan>();

        var created = await Store.CreateAsync(plan, "li", "first", Ct);

        Assert.Equal(DeepText.Of(plan with { Revision = 1 }), DeepText.Of(created));
        Assert.Equal(DeepText.Of(created), DeepText.Of(await Store.LoadAsync(plan.Id, Ct)));
        Assert.Null(await Store.LoadAsync(new RelocationId(Guid.NewGuid()), Ct));
        var now = Database.Time.GetUtcNow();
        Assert.Equal([new PlanSummary(plan.Id, plan.Name, 1, now, now, "li")], await Store.ListAsync(Ct));
    }

    [Fact]
    public async Task Save_PresentRevision_BecomesTheNext()
    {
        var first = await CreateAsync();
        var start = Database.Time.GetUtcNow();
        Database.Time.Advance(TimeSpan.FromMinutes(3));
        var changed = new RandomRecord(2).Of<RelocationPlan>() with { Id = first.Id };

        var saved = await Store.SaveAsync(changed, first.Revision, "wang", "二", Ct);

        Assert.Equal(DeepText.Of(changed with { Revision = 2 }), DeepText.Of(saved));
        Assert.Equal(DeepText.Of(saved), DeepText.Of(await Store.LoadAsync(first.Id, Ct)));
        Assert.Equal(DeepText.Of(first), DeepText.Of(await Store.LoadRevisionAsync(first.Id, 1, Ct)));
        Assert.Equal([new PlanSummary(first.Id, changed.Name, 2, start, Database.Time.GetUtcNow(), "wang")], await Store.ListAsync(Ct));
        Assert.Equal(
            [new PlanRevision(2, Database.Time.GetUtcNow(), "wang", "二"), new PlanRevision(1, start, "li", "first")],
            await Store.HistoryAsync(first.Id, 0, 10, Ct));
    }

    [Fact]
    public async Task Save_OlderRevision_IsRefusedWhole()
    {
        var first = await CreateAsync();
        var second = await Store.SaveAsync(first with { Name = "second" }, 1, "li", "", Ct);

        var error = await Assert.ThrowsAsync<StalePlanException>(() => Store.SaveAsync(first with { Name = "late" }, 1, "wang", "", Ct));

        Assert.Equal((1, 2), (error.Expected, error.Present));
        Assert.Equal(DeepText.Of(second), DeepText.Of(await Store.LoadAsync(first.Id, Ct)));
        Assert.Equal(2, (await Store.HistoryAsync(first.Id, 0, 10, Ct)).Count);
    }

    [Fact]
    public async Task Save_ManyAtOnce_OnlyOneWins()
    {
        var first = await CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => TrySaveAsync(first, $"by {number}"), Ct)));

        Assert.Single(outcomes, won => won);
        Assert.Equal(2, (await Store.LoadAsync(first.Id, Ct))!.Revision);
    }

    [Fact]
    public async Task Save_UnknownPlan_Throws() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Store.SaveAsync(new RandomRecord(1).Of<RelocationPlan>(), 1, "li", "", Ct));

    [Fact]
    public async Task Restore_OlderRevision_IsSavedAgainOnTop()
    {
        var first = await CreateAsync();
        await Store.SaveAsync(first with { Name = "second", Groups = [] }, 1, "li", "", Ct);

        var restored = await Store.RestoreAsync(first.Id, 1, 2, "wang", "back", Ct);

        Assert.Equal(DeepText.Of(first with { Revision = 3 }), DeepText.Of(restored));
        Assert.Equal(DeepText.Of(restored), DeepText.Of(await Store.LoadAsync(first.Id, Ct)));
        await Assert.ThrowsAsync<StalePlanException>(() => Store.RestoreAsync(first.Id, 1, 2, "wang", "", Ct));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Store.RestoreAsync(first.Id, 9, 3, "wang", "", Ct));
    }

    [Fact]
    public async Task Delete_Plan_TakesItsHistoryAlong()
    {
        var plan = await CreateAsync();

        Assert.True(await Store.DeleteAsync(plan.Id, Ct));

        Assert.False(await Store.DeleteAsync(plan.Id, Ct));
        Assert.Equal(0, await Database.CountAsync("PlanRevisions", Ct));
    }

    private Task<RelocationPlan> CreateAsync() => Store.CreateAsync(new RandomRecord(1).Of<RelocationPlan>(), "li", "first", Ct);

    private async Task<bool> TrySaveAsync(RelocationPlan plan, string by)
    {
        try
        {
            await Store.SaveAsync(plan, 1, by, "", Ct);
            return true;
        }
        catch (StalePlanException)
        {
            return false;
        }
    }
}
