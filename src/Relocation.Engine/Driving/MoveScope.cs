using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Driving;

/// <summary>What a step has to do with: the move's record, the pools, the clock and the journal. It also remembers, for this process only, what was seen.</summary>
internal sealed class MoveScope(Core.Waves.MoveId move, RunLedger ledger, IVmMovers movers, TimeProvider time, EngineOptions options)
{
    public EngineOptions Options { get; } = options;

    public TimeProvider Time { get; } = time;

    /// <summary>The record as it is now; requests of people change it at any time.</summary>
    public MoveRecord Record => ledger.Find(move) ?? throw new InvalidOperationException($"There is no move {move}.");

    public MoveOrder Order => Record.Runbook.Order;

    /// <summary>Cancellation was asked for, of the move or of the whole run.</summary>
    public bool CancelWanted => Record.CancelRequested || ledger.Run.State == RunState.Cancelling;

    /// <summary>The pools' own check was passed in this process, in this attempt.</summary>
    public int CheckedAttempt { get; set; }

    /// <summary>The outcome was proved in this process.</summary>
    public bool Proved { get; set; }

    /// <summary>What was seen of the pause.</summary>
    public DowntimeWatch Downtime { get; } = new();

    public Task<MoveRecord> WriteAsync(JournalKind kind, Func<MoveRecord, MoveRecord> change, IReadOnlyDictionary<string, string> detail, CancellationToken cancellationToken) =>
        ledger.WriteAsync(move, kind, change, detail, cancellationToken);

    public Task ReportAsync(MoveProgress progress, CancellationToken cancellationToken) => ledger.ReportAsync(move, progress, cancellationToken);

    /// <summary>Facts of both pools; repeated while a pool does not answer, up to the bound in the options.</summary>
    public async Task<MoveObservation> ObserveAsync(CancellationToken cancellationToken)
    {
        var seen = await ReadAsync(mover => mover.ObserveAsync(Order, cancellationToken), cancellationToken);
        Downtime.See(seen);
        return seen;
    }

    /// <summary>A read of the pools; repeated while one does not answer, up to the bound in the options.</summary>
    public async Task<T> ReadAsync<T>(Func<IVmMover, Task<T>> read, CancellationToken cancellationToken)
    {
        var since = Time.GetTimestamp();
        var pause = Options.PollEvery;
        while (true)
        {
            try
            {
                return await read(await MoverAsync(cancellationToken));
            }
            catch (HypervisorUnreachableException) when (Time.GetElapsedTime(since) < Options.UnreachableFor)
            {
                await PauseAsync(pause, cancellationToken);
                pause = Longer(pause, TimeSpan.FromSeconds(15));
            }
        }
    }

    public Task<IVmMover> MoverAsync(CancellationToken cancellationToken) => movers.BetweenAsync(Order.SourcePool, Order.TargetPool, cancellationToken);

    /// <summary>Waits; as long as nothing was sent, a cancellation ends the move here.</summary>
    public async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        ThrowIfCancelledBeforeSending();
        await Task.Delay(pause, Time, cancellationToken);
        ThrowIfCancelledBeforeSending();
    }

    public void ThrowIfCancelledBeforeSending()
    {
        if (CancelWanted && Record.SendIntendedAt is null && Record.Step <= RunbookStep.Migrate)
        {
            throw new MoveCancelledException();
        }
    }

    public static TimeSpan Longer(TimeSpan pause, TimeSpan most) => pause * 2 < most ? pause * 2 : most;

    /// <summary>The measured figures with what the pause watch saw.</summary>
    public MeasuredFigures WithDowntime(MeasuredFigures? measured)
    {
        var figures = measured ?? new MeasuredFigures(null, null, null, null);
        return Downtime.Pause is { } pause ? figures with { DowntimeSeconds = pause.Seconds, DowntimeResolutionSeconds = pause.Resolution } : figures;
    }
}
