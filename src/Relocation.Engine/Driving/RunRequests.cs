using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Steps;

namespace Relocation.Engine.Driving;

/// <summary>Judges what people ask for. A request is accepted by the very write that carries it out, so that it cannot be lost or half done.</summary>
internal sealed class RunRequests(RunLedger ledger, EngineWorld world)
{
    /// <summary>Returns the reason of a refusal; empty when the request is journalled.</summary>
    public async Task<string> HandleAsync(RunRequest request, CancellationToken cancellationToken)
    {
        // The pools are observed before the decision, not within it: an observation may take seconds and must not hold up the journal.
        MoveObservation? seen = null;
        if (request.Kind == RunRequestKind.RetryMove && ledger.Find(new MoveId(request.Move)) is { } move && RetryRefusal(move) is null)
        {
            seen = await ObserveAsync(move, cancellationToken);
            if (seen is null)
            {
                return RefusalReasons.PoolUnreachable;
            }
        }

        return await ledger.DecideAsync<string>(() => Decide(request, seen), cancellationToken);
    }

    private (string Reason, JournalWrite? Write) Decide(RunRequest request, MoveObservation? seen)
    {
        if (request.Kind is RunRequestKind.Pause or RunRequestKind.Resume or RunRequestKind.Cancel)
        {
            return OfRun(request);
        }

        return ledger.Find(new MoveId(request.Move)) is { } move ? OfMove(request, move, seen) : (RefusalReasons.MoveNotFound, null);
    }

    private (string Reason, JournalWrite? Write) OfRun(RunRequest request)
    {
        var run = ledger.Run;
        var refusal = (request.Kind, run.State) switch
        {
            (_, RunState.Done or RunState.DoneWithFailures or RunState.Cancelled) => RefusalReasons.RunEnded,
            (RunRequestKind.Cancel, RunState.Cancelling) or (RunRequestKind.Pause, RunState.Paused) => RefusalReasons.AlreadyRequested,
            (_, RunState.Cancelling) => RefusalReasons.RunCancelling,
            (RunRequestKind.Resume, RunState.Planned or RunState.Running) => RefusalReasons.NotPaused,
            _ => "",
        };
        if (refusal.Length > 0)
        {
            return (refusal, null);
        }

        var state = request.Kind switch
        {
            RunRequestKind.Pause => RunState.Paused,
            RunRequestKind.Resume => RunState.Running,
            _ => RunState.Cancelling,
        };
        var after = run with { State = state, StartedAt = run.StartedAt ?? (state == RunState.Running ? world.Time.GetUtcNow() : null) };
        return ("", new JournalWrite(after, null, JournalKind.OperatorRequest, null, Told(request)));
    }

    private (string Reason, JournalWrite? Write) OfMove(RunRequest request, MoveRecord move, MoveObservation? seen) =>
        request.Kind switch
        {
            RunRequestKind.CancelMove => Cancel(request, move),
            RunRequestKind.RetryMove => Retry(request, move, seen),
            _ => Resolve(request, move),
        };

    private (string Reason, JournalWrite? Write) Cancel(RunRequest request, MoveRecord move)
    {
        if (move.State.HasEnded())
        {
            return (RefusalReasons.AlreadyEnded, null);
        }

        if (move.State == MoveState.Unknown)
        {
            return (RefusalReasons.OutcomeUnknown, null);
        }

        if (move.PointOfNoReturnPassed || move.Step > RunbookStep.Migrate)
        {
            return (RefusalReasons.PastPointOfNoReturn, null);
        }

        if (move.CancelRequested)
        {
            return (RefusalReasons.AlreadyRequested, null);
        }

        var after = move.State == MoveState.Waiting
            ? move with { CancelRequested = true, State = MoveState.Cancelled, FinishedAt = world.Time.GetUtcNow() }
            : move with { CancelRequested = true };
        return ("", Write(request, null, after));
    }

    private (string Reason, JournalWrite? Write) Retry(RunRequest request, MoveRecord move, MoveObservation? seen)
    {
        if (RetryRefusal(move) is { } refusal)
        {
            return (refusal, null);
        }

        if (seen is null)
        {
            return (RefusalReasons.PoolUnreachable, null);
        }

        var sight = MoveSight.Of(move, seen);
        MoveRecord again;
        if (sight.Arrived && move.Before is not null)
        {
            // It did get there: what is left to do is to prove it and to put back what it dropped.
            again = move with { Step = RunbookStep.Verify, Attempt = move.Attempt + 1, Failure = null };
        }
        else if (sight.AtRestAtSource && !seen.Tasks.Any(IsRunning))
        {
            again = NextAttempt.Of(move, seen.Tasks.Select(task => task.Id)) with { Step = move.Runbook.Steps[0], Before = null, Attributes = null, StartedAt = null };
        }
        else
        {
            return (RefusalReasons.NotAtRest, null);
        }

        again = again with { State = MoveState.Waiting, CancelRequested = false, FinishedAt = null };
        var run = ledger.Run.State.HasEnded() ? ledger.Run with { State = RunState.Running, FinishedAt = null } : null;
        return ("", Write(request, run, again));
    }

    private (string Reason, JournalWrite? Write) Resolve(RunRequest request, MoveRecord move)
    {
        if (move.State != MoveState.Unknown)
        {
            return (RefusalReasons.NotUnknown, null);
        }

        var after = request.Kind == RunRequestKind.ObserveAgain
            ? move with { State = MoveState.Running, Failure = null }
            : move with
            {
                State = MoveState.Failed,
                FinishedAt = world.Time.GetUtcNow(),
                Failure = new MoveFailure(FailureCodes.DeclaredFailed, move.Failure is { } why ? [why.Code] : [], true, move.Failure?.Leftovers ?? []),
            };
        return ("", Write(request, null, after));
    }

    private string? RetryRefusal(MoveRecord move) =>
        move.State switch
        {
            MoveState.Unknown => RefusalReasons.OutcomeUnknown,
            not (MoveState.Failed or MoveState.Cancelled) => RefusalReasons.NotFailed,
            _ => ledger.Run.State == RunState.Cancelling ? RefusalReasons.RunCancelling : null,
        };

    private async Task<MoveObservation?> ObserveAsync(MoveRecord move, CancellationToken cancellationToken)
    {
        try
        {
            var order = move.Runbook.Order;
            var mover = await world.Movers.BetweenAsync(order.SourcePool, order.TargetPool, cancellationToken);
            return await mover.ObserveAsync(order, cancellationToken);
        }
        catch (Exception exception) when (exception is HypervisorUnreachableException or HypervisorException)
        {
            return null;
        }
    }

    private static bool IsRunning(MigrationTask task) => task.Status is MigrationTaskStatus.Pending or MigrationTaskStatus.Cancelling;

    private static JournalWrite Write(RunRequest request, RunRecord? run, MoveRecord move) =>
        new(run, move, JournalKind.OperatorRequest, move.Step, Told(request));

    private static IReadOnlyDictionary<string, string> Told(RunRequest request) => Facts.Of(("request", request.Kind.ToString()), ("by", request.By));
}
