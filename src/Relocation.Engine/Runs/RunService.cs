using Microsoft.Extensions.Logging;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Ownership;

namespace Relocation.Engine.Runs;

/// <summary>Starts runs, passes people's requests to whoever drives them, and lets them be watched. Usable in every process of the cluster.</summary>
public sealed class RunService(IRunJournal journal, IGrainFactory grains, RunFeeds feeds, ILogger<RunService> log)
{
    /// <summary>Stores a run with its moves and has it driven. Once this returns, the run is durable and every engine process will find it.</summary>
    /// <param name="run">The run; <see cref="RunState.Planned"/>, epoch 0.</param>
    /// <param name="moves">Its moves, waiting, by ordinal from 1.</param>
    /// <param name="cancellationToken">Gives up before it is stored.</param>
    public async Task StartAsync(RunRecord run, IReadOnlyList<MoveRecord> moves, CancellationToken cancellationToken)
    {
        await journal.CreateAsync(new RunJournalState(run, moves, 0), cancellationToken);
        try
        {
            await grains.GetGrain<IRunGrain>(run.Id.Value).WakeAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogWarning(exception, "Run {Run} is stored but nobody could be woken for it; the next sweep will find it", run.Id);
        }
    }

    /// <summary>The run as journalled, or null.</summary>
    public Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken) => journal.LoadAsync(run, cancellationToken);

    /// <summary>The run as it is now and everything that changes from then on, in one call; null when there is no such run.</summary>
    public Task<RunSubscription?> SubscribeAsync(RunId run, CancellationToken cancellationToken) => feeds.JoinAsync(run, cancellationToken);

    /// <summary>Admits no new move; running ones go on.</summary>
    public Task<RequestOutcome> PauseAsync(RunId run, string by, CancellationToken cancellationToken) =>
        AskAsync(run, RunRequestKind.Pause, default, by, cancellationToken);

    /// <summary>Admits moves again.</summary>
    public Task<RequestOutcome> ResumeAsync(RunId run, string by, CancellationToken cancellationToken) =>
        AskAsync(run, RunRequestKind.Resume, default, by, cancellationToken);

    /// <summary>Ends the run: waiting moves are cancelled at once, running ones that have not passed the point of no return are asked to stop.</summary>
    public Task<RequestOutcome> CancelAsync(RunId run, string by, CancellationToken cancellationToken) =>
        AskAsync(run, RunRequestKind.Cancel, default, by, cancellationToken);

    /// <summary>Cancels one move. Accepted means asked for; only the observed end tells whether the pools honoured it.</summary>
    public Task<RequestOutcome> CancelMoveAsync(RunId run, MoveId move, string by, CancellationToken cancellationToken) =>
        AskAsync(run, RunRequestKind.CancelMove, move, by, cancellationToken);

    /// <summary>Tries a failed or cancelled move again, after both pools were observed.</summary>
    public Task<RequestOutcome> RetryMoveAsync(RunId run, MoveId move, string by, CancellationToken cancellationToken) =>
        AskAsync(run, RunRequestKind.RetryMove, move, by, cancellationToken);

    /// <summary>Decides about a move whose outcome is unknown.</summary>
    public Task<RequestOutcome> ResolveUnknownAsync(RunId run, MoveId move, UnknownResolution resolution, string by, CancellationToken cancellationToken) =>
        AskAsync(run, resolution == UnknownResolution.ObserveAgain ? RunRequestKind.ObserveAgain : RunRequestKind.DeclareFailed, move, by, cancellationToken);

    private async Task<RequestOutcome> AskAsync(RunId run, RunRequestKind kind, MoveId move, string by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var reason = await grains.GetGrain<IRunGrain>(run.Value).RequestAsync(new RunRequest(kind, move.Value, by));
            return reason.Length == 0 ? RequestOutcome.Ok : RequestOutcome.Refused(reason);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogError(exception, "Nobody answered for run {Run} when asked to {Request}", run, kind);
            return RequestOutcome.Refused(RefusalReasons.OwnerUnavailable);
        }
    }
}
