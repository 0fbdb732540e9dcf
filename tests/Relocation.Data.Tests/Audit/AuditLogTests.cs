using Relocation.Data.Audit;
using Relocation.Data.Tests.Databases;
using Relocation.Data.Tests.Records;

namespace Relocation.Data.Tests.Audit;

public abstract class AuditLogTests(TestDatabase database) : DatabaseTests(database)
{
    private AuditLog Log => Database.Get<AuditLog>();

    [Fact]
    public async Task Query_AppendedEntry_HasEveryField()
    {
        var detail = new Dictionary<string, string> { ["wave"] = "第一波", ["a\"b"] = "" };

        var entry = await Log.AppendAsync("li", "run.start", ("run", "42"), "done", detail, Ct);

        Assert.Equal(DeepText.Of(new AuditEntry(entry.Id, Database.Time.GetUtcNow(), "li", "run.start", "run", "42", "done", detail)), DeepText.Of(entry));
        Assert.Equal(DeepText.Of(new[] { entry }), DeepText.Of(await Log.QueryAsync(new AuditQuery(), Ct)));
    }

    [Fact]
    public async Task Query_ByEachField_FindsItsEntriesNewestFirst()
    {
        foreach (var (actor, action, kind, id) in new[] { ("li", "run.start", "run", "1"), ("wang", "run.start", "run", "2"), ("li", "plan.save", "plan", "1") })
        {
            await Log.AppendAsync(actor, action, (kind, id), "done", new Dictionary<string, string>(), Ct);
            Database.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var start = new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal("plan 1, run 2, run 1", await FindAsync(new AuditQuery()));
        Assert.Equal("plan 1, run 1", await FindAsync(new AuditQuery { Actor = "li" }));
        Assert.Equal("run 2, run 1", await FindAsync(new AuditQuery { Action = "run.start" }));
        Assert.Equal("run 1", await FindAsync(new AuditQuery { ObjectKind = "run", ObjectId = "1" }));
        Assert.Equal("plan 1, run 2", await FindAsync(new AuditQuery { From = start.AddMinutes(1) }));
        Assert.Equal("run 1", await FindAsync(new AuditQuery { Until = start.AddMinutes(1) }));
        Assert.Equal("run 2", await FindAsync(new AuditQuery { Skip = 1, Take = 1 }));
    }

    private async Task<string> FindAsync(AuditQuery query) =>
        string.Join(", ", (await Log.QueryAsync(query, Ct)).Select(entry => $"{entry.ObjectKind} {entry.ObjectId}"));
}
