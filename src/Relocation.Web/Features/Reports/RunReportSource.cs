using Relocation.Core.Reports;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Reports;

/// <summary>Takes what a report needs out of a run's journal.</summary>
internal static class RunReportSource
{
    public static RunReportInput Of(RunJournalState state, string relocation, IReadOnlyList<JournalEntry> entries)
    {
        var names = state.Moves.ToDictionary(move => move.Id, move => move.Runbook.Order.VmName);
        return new RunReportInput
        {
            Relocation = relocation,
            Wave = state.Run.WaveName,
            Run = state.Run.Id.ToString(),
            State = state.Run.State.ToString(),
            StartedBy = state.Run.StartedBy,
            PlanRevision = state.Run.PlanRevision,
            StartedAt = state.Run.StartedAt,
            FinishedAt = state.Run.FinishedAt,
            Moves = [.. state.Moves.Select(Of)],
            Timeline = [.. entries.Where(entry => entry.Kind is not JournalKind.Observed).Select(entry => new RunReportEvent(
                entry.At, entry.Kind.ToString(), entry.Move is { } move ? names.GetValueOrDefault(move, "") : "", Detail(entry)))],
        };
    }

    private static RunReportMove Of(MoveRecord move) => new()
    {
        Ordinal = move.Ordinal,
        VmName = move.Runbook.Order.VmName,
        Group = move.Group,
        State = move.State.ToString(),
        Attempts = move.Attempt,
        StartedAt = move.StartedAt,
        FinishedAt = move.FinishedAt,
        Forecast = move.Forecast,
        Measured = move.Measured,
        FailureCode = move.Failure?.Code ?? "",
        FailureParameters = move.Failure?.Parameters ?? [],
        Leftovers = move.Failure?.Leftovers ?? [],
    };

    private static string Detail(JournalEntry entry)
    {
        var facts = entry.Detail.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}");
        return string.Join(" ", entry.Step is { } step ? facts.Prepend(step.ToString()) : facts);
    }
}
