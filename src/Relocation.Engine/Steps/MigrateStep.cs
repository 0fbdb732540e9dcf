using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>
/// Sends the VM and stays with it until it is at one of the two pools for good. The intent is journalled before anything is sent; from then
/// on nothing is sent again in this attempt unless the facts show that the first sending never began.
/// </summary>
internal sealed class MigrateStep : IMoveStep
{
    public RunbookStep Step => RunbookStep.Migrate;

    public async Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        if (scope.Record.SendIntendedAt is null)
        {
            return new StepObservation(StepState.NotStarted);
        }

        var sight = MoveSight.Of(scope.Record, await scope.ObserveAsync(cancellationToken));
        return new StepObservation(sight.Arrived && scope.Record.Measured is not null ? StepState.Done : StepState.InProgress);
    }

    public async Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var since = scope.Time.GetTimestamp();
        var pause = scope.Options.TransientPause;
        while (true)
        {
            var end = scope.Record.SendIntendedAt is null ? await SendAsync(scope, cancellationToken) : null;
            end ??= await new MigrationWatch(scope).WatchAsync(cancellationToken);
            switch (end)
            {
                case MigrationEnd.Arrived:
                    return new StepOutcome.Succeeded();
                case MigrationEnd.Cancelled cancelled:
                    await RemoveMarkAsync(scope, cancellationToken);
                    return new StepOutcome.Cancelled(cancelled.Leftovers);
                case MigrationEnd.Unclear unclear:
                    return new StepOutcome.Unknown(unclear.Why);
                case MigrationEnd.NeverSent:
                    await scope.WriteAsync(JournalKind.Observed, move => move with { SendIntendedAt = null }, Facts.Of(("sent", "false")), cancellationToken);
                    break;
                case MigrationEnd.Refused refused when refused.MayPass && scope.Time.GetElapsedTime(since) < scope.Options.TransientFor:
                    await BeginNextAttemptAsync(scope, refused.Failure, cancellationToken);
                    await scope.PauseAsync(pause, cancellationToken);
                    pause = MoveScope.Longer(pause, TimeSpan.FromMinutes(1));
                    break;
                case MigrationEnd.Refused refused:
                    await RemoveMarkAsync(scope, cancellationToken);
                    return new StepOutcome.Failed(refused.Failure);
            }
        }
    }

    /// <summary>Sends, once. Null when it was sent or when nobody can say: the watch finds out.</summary>
    private static async Task<MigrationEnd?> SendAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        scope.ThrowIfCancelledBeforeSending();
        var seen = await scope.ObserveAsync(cancellationToken);
        var sight = MoveSight.Of(scope.Record, seen);
        if (PlanDrift.Find(scope.Record.Runbook, sight) is { } drift)
        {
            // The check may have waited for minutes since the VM was last looked at.
            return new MigrationEnd.Refused(drift, drift.Code == FailureCodes.VmBusy);
        }

        var mover = await scope.ReadAsync(Task.FromResult, cancellationToken);
        await scope.WriteAsync(
            JournalKind.Intent,
            move => move with
            {
                SendIntendedAt = scope.Time.GetUtcNow(),
                Task = null,
                MarkedBefore = sight.MarkedFor(move),
                EarlierTasks = [.. move.EarlierTasks.Union(seen.Tasks.Select(task => task.Id))],
            },
            Facts.Of(("call", "send")),
            cancellationToken);
        try
        {
            var task = await mover.SendAsync(scope.Order, cancellationToken);
            await scope.WriteAsync(JournalKind.Called, move => move with { Task = task }, Facts.Of(("call", "send"), ("task", task.Uuid)), cancellationToken);
            return null;
        }
        catch (HypervisorException exception)
        {
            await scope.WriteAsync(JournalKind.Called, move => move, Facts.Of(("call", "send"), ("error", exception.Error.ToString())), cancellationToken);
            var failure = new MoveFailure(exception.Error.Code, exception.Error.Parameters, true, []);
            return new MigrationEnd.Refused(failure, TransientErrors.MayPass(exception.Error.Code));
        }
        catch (HypervisorUnreachableException exception)
        {
            await scope.WriteAsync(JournalKind.Called, move => move, Facts.Of(("call", "send"), ("unanswered", exception.Message)), cancellationToken);
            return null;
        }
    }

    private static Task<MoveRecord> BeginNextAttemptAsync(MoveScope scope, MoveFailure refusal, CancellationToken cancellationToken) =>
        scope.WriteAsync(
            JournalKind.Observed,
            move =>
            {
                var next = NextAttempt.Of(move, []);
                scope.CheckedAttempt = next.Attempt;
                return next;
            },
            Facts.Of(("refused", refusal.Code), ("error", string.Join(", ", refusal.Parameters)), ("retried", "true")),
            cancellationToken);

    /// <summary>A VM that stays keeps no mark of a move that is over. It is tidiness only: failing at it changes no outcome.</summary>
    private static async Task RemoveMarkAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var sight = MoveSight.Of(scope.Record, await scope.ObserveAsync(cancellationToken));
        if (!sight.AtRestAtSource || !sight.MarkedFor(scope.Record) || scope.Record.Attributes is not { } attributes)
        {
            return;
        }

        await scope.WriteAsync(JournalKind.Intent, move => move, Facts.Of(("call", "remove-mark")), cancellationToken);
        var answer = "";
        try
        {
            await (await scope.MoverAsync(cancellationToken)).RestoreAttributesAsync(scope.Order, attributes, cancellationToken);
        }
        catch (Exception exception) when (exception is HypervisorException or HypervisorUnreachableException)
        {
            answer = exception.Message;
        }

        await scope.WriteAsync(JournalKind.Called, move => move, Facts.Of(("call", "remove-mark"), ("error", answer)), cancellationToken);
    }
}
