using Microsoft.Extensions.Logging;
using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Steps;

namespace Relocation.Engine.Driving;

/// <summary>Drives one running move through its runbook, from wherever the journal says it is, until it ends or nobody can tell.</summary>
internal sealed class MoveDriver(MoveId move, RunLedger ledger, MoveScope scope, ILogger log)
{
    private static readonly Dictionary<RunbookStep, IMoveStep> Steps =
        new IMoveStep[] { new PrepareStep(), new CheckStep(), new MigrateStep(), new VerifyStep(), new RestoreStep() }.ToDictionary(step => step.Step);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (scope.Record is { State: MoveState.Running } record)
        {
            if (record.Failure is { } failure)
            {
                await EndAsync(MoveState.Failed, ("code", failure.Code), cancellationToken);
                return;
            }

            var outcome = await OutcomeAsync(Steps[record.Step], cancellationToken);
            await JournalAsync(record.Step, outcome, cancellationToken);
        }
    }

    /// <summary>The boundary: whatever a step throws becomes an outcome here, except the loss of the journal and the order to stop.</summary>
    private async Task<StepOutcome> OutcomeAsync(IMoveStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await RunStepAsync(step, cancellationToken);
        }
        catch (MoveCancelledException)
        {
            return new StepOutcome.Cancelled([]);
        }
        catch (HypervisorUnreachableException exception)
        {
            return Judge(step, new MoveFailure(FailureCodes.PoolUnreachable, [exception.Message], true, []));
        }
        catch (HypervisorException exception)
        {
            return Judge(step, new MoveFailure(exception.Error.Code, exception.Error.Parameters, true, []));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !ledger.IsBroken)
        {
            log.LogError(exception, "Move {Move} stopped at step {Step} by a fault of the engine", move, step.Step);
            return new StepOutcome.Unknown(new MoveFailure(FailureCodes.EngineFault, [exception.GetType().Name, exception.Message], true, []));
        }
    }

    private async Task<StepOutcome> RunStepAsync(IMoveStep step, CancellationToken cancellationToken)
    {
        scope.ThrowIfCancelledBeforeSending();
        await scope.WriteAsync(JournalKind.StepStarted, record => Begun(record, step.Step), Facts.None, cancellationToken);
        var seen = await step.ObserveAsync(scope, cancellationToken);
        switch (seen.State)
        {
            case StepState.Done:
                return new StepOutcome.Skipped();
            case StepState.Unknown:
                return new StepOutcome.Unknown(seen.Why ?? NotObserved(step));
        }

        var outcome = await step.ExecuteAsync(scope, cancellationToken);
        if (outcome is not StepOutcome.Succeeded)
        {
            return outcome;
        }

        var again = await step.ObserveAsync(scope, cancellationToken);
        return again.State == StepState.Done ? outcome : new StepOutcome.Unknown(again.Why ?? NotObserved(step));
    }

    private MoveRecord Begun(MoveRecord record, RunbookStep step)
    {
        var phase = step switch
        {
            RunbookStep.Prepare or RunbookStep.Check => MovePhase.Prepare,
            RunbookStep.Verify or RunbookStep.Restore => MovePhase.Verify,
            _ => record.Progress?.Phase ?? MovePhase.Prepare,
        };
        var now = scope.Time.GetUtcNow();
        return record with { StartedAt = record.StartedAt ?? now, Progress = InPhase(record, phase, now) };
    }

    private static MoveProgress InPhase(MoveRecord record, MovePhase phase, DateTimeOffset now)
    {
        var total = record.Runbook.Disks.Sum(disk => (double)disk.VirtualSize.Bytes);
        return record.Progress is { } progress && progress.Phase == phase
            ? progress
            : new MoveProgress { Phase = phase, DiskCount = record.Runbook.Disks.Count, BytesTotal = total, BytesDone = phase > MovePhase.Disk ? total : 0, At = now };
    }

    private async Task JournalAsync(RunbookStep step, StepOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case StepOutcome.Succeeded:
                await AdvanceAsync(step, JournalKind.StepSucceeded, cancellationToken);
                break;
            case StepOutcome.Skipped:
                await AdvanceAsync(step, JournalKind.StepSkipped, cancellationToken);
                break;
            case StepOutcome.Failed failed:
                await scope.WriteAsync(JournalKind.StepFailed, record => record with { Failure = failed.Failure }, Told(failed.Failure), cancellationToken);
                break;
            case StepOutcome.Cancelled:
                await EndAsync(MoveState.Cancelled, ("cancelled", "true"), cancellationToken);
                break;
            case StepOutcome.Unknown unknown:
                await scope.WriteAsync(
                    JournalKind.StepUnknown,
                    record => record with { State = MoveState.Unknown, Failure = unknown.Why },
                    Told(unknown.Why),
                    cancellationToken);
                break;
        }
    }

    private async Task AdvanceAsync(RunbookStep step, JournalKind kind, CancellationToken cancellationToken)
    {
        var itinerary = scope.Record.Runbook.Steps;
        var next = itinerary.SkipWhile(candidate => candidate != step).Skip(1).Cast<RunbookStep?>().FirstOrDefault();
        if (next is { } following)
        {
            await scope.WriteAsync(kind, record => record with { Step = following }, Facts.Of(("next", following.ToString())), cancellationToken);
            return;
        }

        await scope.WriteAsync(kind, record => record, Facts.None, cancellationToken);
        await EndAsync(MoveState.Done, ("proved", "true"), cancellationToken);
    }

    private Task<MoveRecord> EndAsync(MoveState state, (string Name, string Value) why, CancellationToken cancellationToken) =>
        scope.WriteAsync(
            JournalKind.MoveEnded,
            record => record with
            {
                State = state,
                FinishedAt = scope.Time.GetUtcNow(),
                Progress = state == MoveState.Done ? InPhase(record, MovePhase.Finished, scope.Time.GetUtcNow()) with { PhaseFraction = 1 } : record.Progress,
            },
            Facts.Of(("state", state.ToString()), why),
            cancellationToken);

    /// <summary>Before anything was sent, an error is a failure; afterwards nobody can say what the pools do meanwhile.</summary>
    private StepOutcome Judge(IMoveStep step, MoveFailure failure) =>
        step.Step <= RunbookStep.Migrate && scope.Record.SendIntendedAt is null ? new StepOutcome.Failed(failure) : new StepOutcome.Unknown(failure);

    private static MoveFailure NotObserved(IMoveStep step) => new(FailureCodes.NotObserved, [step.Step.ToString()], true, []);

    private static IReadOnlyDictionary<string, string> Told(MoveFailure failure) =>
        Facts.Of(("code", failure.Code), ("parameters", string.Join(", ", failure.Parameters)));
}
