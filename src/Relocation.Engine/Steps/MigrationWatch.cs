using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;
using Relocation.Engine.Progress;

namespace Relocation.Engine.Steps;

/// <summary>Stays with a sending until it has ended, whoever began it: reads the task, both pools, and tells progress and phases.</summary>
internal sealed class MigrationWatch(MoveScope scope)
{
    private static readonly TimeSpan AskAgainToCancelAfter = TimeSpan.FromSeconds(15);

    private readonly MigrationVerdict _verdict = new(scope.Time, scope.Options);
    private readonly ProgressReader _progress = new();
    private MoveSight? _sight;
    private long _factsAt;
    private long? _cancelAskedAt;
    private bool _forgottenTold;

    public async Task<MigrationEnd> WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _sight = await LookAsync(cancellationToken);
            if (_sight.TaskRuns)
            {
                _verdict.StillGoesOn();
                await TellProgressAsync(_sight, cancellationToken);
                await CancelIfWantedAsync(_sight, cancellationToken);
            }
            else
            {
                await TellForgottenAsync(_sight, cancellationToken);
                if (_verdict.Of(scope.Record, _sight) is { } end)
                {
                    return end is MigrationEnd.Arrived ? await ArriveAsync(_sight, cancellationToken) : end;
                }
            }

            await Task.Delay(NearThePause() ? scope.Options.PausePollEvery : scope.Options.PollEvery, scope.Time, cancellationToken);
        }
    }

    private bool NearThePause() => scope.Record.Progress?.Phase >= MovePhase.Memory;

    private async Task<MoveSight> LookAsync(CancellationToken cancellationToken)
    {
        var record = scope.Record;
        var factsDue = NearThePause() || scope.Time.GetElapsedTime(_factsAt) >= scope.Options.FactsEvery;
        if (_sight is { TaskRuns: true } before && !factsDue && record.Task is { } running)
        {
            var task = await scope.ReadAsync(mover => mover.ObserveTaskAsync(scope.Order, running, cancellationToken), cancellationToken);
            if (before with { Task = task } is { TaskRuns: true } still)
            {
                return still;
            }
        }

        var sight = MoveSight.Of(record, await scope.ObserveAsync(cancellationToken));
        _factsAt = scope.Time.GetTimestamp();
        if (sight.Task is null && record.Task is { } known)
        {
            return sight with { Task = await scope.ReadAsync(mover => mover.ObserveTaskAsync(scope.Order, known, cancellationToken), cancellationToken) };
        }

        if (sight.Task is { } found && record.Task is null)
        {
            await scope.WriteAsync(JournalKind.Adopted, move => move with { Task = found.Id }, Facts.Of(("task", found.Id.Uuid), ("status", found.Status.ToString())), cancellationToken);
        }

        return sight;
    }

    private async Task TellProgressAsync(MoveSight sight, CancellationToken cancellationToken)
    {
        var record = scope.Record;
        var progress = _progress.Read(record, sight, scope.Time.GetUtcNow());
        if (record.Progress?.Phase == progress.Phase && record.Progress.DiskNumber == progress.DiskNumber)
        {
            await scope.ReportAsync(progress, cancellationToken);
            return;
        }

        var past = record.PointOfNoReturnPassed || progress.Phase >= MovePhase.Memory;
        await scope.WriteAsync(
            JournalKind.PhaseChanged,
            move => move with { Progress = progress, PointOfNoReturnPassed = past },
            Facts.Of(("phase", progress.Phase.ToString()), ("disk", progress.DiskName), ("point-of-no-return", past ? "passed" : "ahead")),
            cancellationToken);
    }

    private async Task CancelIfWantedAsync(MoveSight sight, CancellationToken cancellationToken)
    {
        var asked = _cancelAskedAt is { } at && scope.Time.GetElapsedTime(at) < AskAgainToCancelAfter;
        if (!scope.CancelWanted || asked || scope.Record.PointOfNoReturnPassed || sight.Task is not { Status: MigrationTaskStatus.Pending } task)
        {
            return;
        }

        _cancelAskedAt = scope.Time.GetTimestamp();
        await scope.WriteAsync(JournalKind.Intent, move => move, Facts.Of(("call", "cancel"), ("task", task.Id.Uuid)), cancellationToken);
        var answer = "";
        try
        {
            await (await scope.MoverAsync(cancellationToken)).RequestCancelAsync(scope.Order, task.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is HypervisorException or HypervisorUnreachableException)
        {
            answer = exception.Message;
        }

        await scope.WriteAsync(JournalKind.Called, move => move, Facts.Of(("call", "cancel"), ("error", answer)), cancellationToken);
    }

    private async Task TellForgottenAsync(MoveSight sight, CancellationToken cancellationToken)
    {
        if (sight.Task is null && scope.Record.Task is { } task && !_forgottenTold)
        {
            _forgottenTold = true;
            await scope.WriteAsync(JournalKind.Observed, move => move, Facts.Of(("task", task.Uuid), ("status", "forgotten"), ("place", sight.Place.ToString())), cancellationToken);
        }
    }

    private async Task<MigrationEnd> ArriveAsync(MoveSight sight, CancellationToken cancellationToken)
    {
        var measured = Measurement.Of(sight, scope.Downtime.RunningAt);
        await scope.WriteAsync(
            JournalKind.Observed,
            move => move with { PointOfNoReturnPassed = true, Measured = scope.WithDowntime(measured) },
            Facts.Of(("place", sight.Place.ToString())),
            cancellationToken);
        return new MigrationEnd.Arrived();
    }
}
