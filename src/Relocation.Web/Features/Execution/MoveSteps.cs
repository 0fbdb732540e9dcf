using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>What became of the steps of a move's present attempt, as its journal tells.</summary>
public static class MoveSteps
{
    /// <summary>The runbook's steps in order.</summary>
    public static IReadOnlyList<MoveStep> Of(MoveRecord move, IReadOnlyList<JournalEntry> entries)
    {
        var attempt = entries.Skip(LastRetry(entries)).ToList();
        return [.. move.Runbook.Steps.Select(step =>
        {
            var lines = attempt.Where(entry => entry.Step == step).ToList();
            var begun = lines.FirstOrDefault(entry => entry.Kind is JournalKind.StepStarted);
            var ended = lines.LastOrDefault(entry => entry.Kind is JournalKind.StepSucceeded or JournalKind.StepSkipped or JournalKind.StepFailed or JournalKind.StepUnknown);
            var state = ended?.Kind switch
            {
                JournalKind.StepSucceeded or JournalKind.StepSkipped => WorkState.Done,
                JournalKind.StepFailed => WorkState.Failed,
                JournalKind.StepUnknown => WorkState.Unknown,
                _ when begun is null => WorkState.Planned,
                _ => move.State is MoveState.Running ? WorkState.Running : RunLook.Of(move.State),
            };
            return new MoveStep(step, state, ended?.Kind is JournalKind.StepSkipped, begun is not null && ended is not null ? ended.At - begun.At : null);
        })];
    }

    /// <summary>How a line of the journal went.</summary>
    public static Tone ToneOf(JournalKind kind) => kind switch
    {
        JournalKind.StepFailed => Tone.Bad,
        JournalKind.StepUnknown => Tone.Unknown,
        JournalKind.StepSucceeded => Tone.Good,
        JournalKind.OperatorRequest => Tone.Waiting,
        JournalKind.Intent or JournalKind.Called or JournalKind.Adopted => Tone.Info,
        _ => Tone.Neutral,
    };

    private static int LastRetry(IReadOnlyList<JournalEntry> entries)
    {
        for (var index = entries.Count - 1; index >= 0; index--)
        {
            if (entries[index].Kind is JournalKind.MoveAdmitted)
            {
                return index;
            }
        }

        return 0;
    }
}
