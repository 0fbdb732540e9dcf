using System.Globalization;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Data.Documents;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Data.Runs;

/// <summary>Records to rows and back.</summary>
internal static class JournalRows
{
    /// <summary>Detail of the line that tells a change of owner.</summary>
    public static Dictionary<string, string> OwnerDetail(string owner, long epoch) =>
        new() { ["owner"] = owner, ["epoch"] = epoch.ToString(CultureInfo.InvariantCulture) };

    public static bool IsActive(RunState state) => state is RunState.Planned or RunState.Running or RunState.Paused or RunState.Cancelling;

    public static RunRow ToRow(RunRecord run, long lastSequence) => new()
    {
        Id = run.Id.Value,
        Relocation = run.Relocation.Value,
        State = run.State.ToString(),
        Active = IsActive(run.State),
        CreatedAt = run.CreatedAt,
        Epoch = run.Epoch,
        Owner = "",
        LastSequence = lastSequence,
        Document = RecordJson.Write(run),
    };

    public static MoveRow ToRow(MoveRecord move) => new()
    {
        Id = move.Id.Value,
        Run = move.Run.Value,
        Ordinal = move.Ordinal,
        State = move.State.ToString(),
        Vm = move.Runbook.Order.Vm.Uuid,
        Document = RecordJson.Write(move),
    };

    public static JournalRow ToRow(JournalEntry entry) => new()
    {
        Run = entry.Run.Value,
        Sequence = entry.Sequence,
        At = entry.At,
        Kind = entry.Kind.ToString(),
        Move = entry.Move?.Value,
        Step = entry.Step?.ToString(),
        Detail = RecordJson.Write(entry.Detail),
    };

    public static RunRecord ToRecord(string document, long epoch) => RecordJson.Read<RunRecord>(document) with { Epoch = epoch };

    public static MoveRecord ToMove(string document) => RecordJson.Read<MoveRecord>(document);

    public static JournalEntry ToEntry(JournalRow row) => new(
        new RunId(row.Run),
        row.Sequence,
        row.At,
        Enum.Parse<JournalKind>(row.Kind),
        row.Move is { } move ? new MoveId(move) : null,
        row.Step is { } step ? Enum.Parse<RunbookStep>(step) : null,
        RecordJson.Read<Dictionary<string, string>>(row.Detail));
}
