using System.Threading.Channels;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Driving;

/// <summary>
/// Drives one run at one epoch: admits moves, drives those that run, ends the run. It looks at the records again after everything that
/// happens, so that it does the same whether it began the run or took it over. Losing the journal ends it with the journal's exception.
/// </summary>
internal sealed class RunDriver
{
    private readonly EngineWorld _world;
    private readonly RunLedger _ledger;
    private readonly RunRequests _requests;
    private readonly Dictionary<MoveId, Task> _driven = [];
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public RunDriver(EngineWorld world, RunJournalState acquired, Action<RunPulse> publish)
    {
        _world = world;
        _ledger = new RunLedger(world.Journal, acquired, publish);
        _requests = new RunRequests(_ledger, world);
    }

    /// <summary>The run and its moves with their latest progress.</summary>
    public IEnumerable<MoveRecord> Moves => _ledger.Moves;

    public long Sequence => _ledger.Sequence;

    /// <summary>Judges a request and journals it when it is accepted; returns the reason of a refusal, or nothing.</summary>
    public async Task<string> RequestAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var reason = await _requests.HandleAsync(request, cancellationToken);
        Wake();
        return reason;
    }

    /// <summary>Drives until the run has ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (!await StepAsync(stop.Token))
            {
                await _wakes.Reader.ReadAsync(stop.Token);
            }
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAll(_driven.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            _driven.Clear();
        }
    }

    /// <summary>Does what the records call for now; true when the run has ended.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await ReapAsync();
        if (_ledger.Run.State == RunState.Cancelling)
        {
            await CancelWaitingAsync(cancellationToken);
        }

        while (_ledger.Run.State is RunState.Planned or RunState.Running && await AdmitAsync(cancellationToken))
        {
        }

        foreach (var move in _ledger.Moves.Where(move => move.State == MoveState.Running && !_driven.ContainsKey(move.Id)))
        {
            _driven.Add(move.Id, DriveAsync(move.Id, cancellationToken));
        }

        return await EndIfOverAsync(cancellationToken);
    }

    private async Task ReapAsync()
    {
        foreach (var (move, task) in _driven.Where(pair => pair.Value.IsCompleted).ToList())
        {
            _driven.Remove(move);
            await task;
        }
    }

    private async Task DriveAsync(MoveId move, CancellationToken cancellationToken)
    {
        try
        {
            var scope = new MoveScope(move, _ledger, _world.Movers, _world.Time, _world.Options);
            await new MoveDriver(move, _ledger, scope, _world.Log).RunAsync(cancellationToken);
        }
        finally
        {
            Wake();
        }
    }

    private async Task<bool> AdmitAsync(CancellationToken cancellationToken)
    {
        if (_ledger.Run.State == RunState.Planned)
        {
            await WriteRunAsync(run => run with { State = RunState.Running, StartedAt = run.StartedAt ?? _world.Time.GetUtcNow() }, cancellationToken);
        }

        return await _ledger.DecideAsync<bool>(
            () =>
            {
                if (_ledger.Run.State != RunState.Running || Admission.Next(_ledger.Run, _ledger.Moves, _world.Options.SlotsPerSourceHost) is not { } next)
                {
                    return (false, null);
                }

                var move = _ledger.Find(next)! with { State = MoveState.Running };
                return (true, new JournalWrite(null, move, JournalKind.MoveAdmitted, null, Facts.Of(("vm", move.Runbook.Order.VmName))));
            },
            cancellationToken);
    }

    private async Task CancelWaitingAsync(CancellationToken cancellationToken)
    {
        foreach (var move in _ledger.Moves.Where(move => move.State == MoveState.Waiting))
        {
            await _ledger.WriteAsync(
                move.Id,
                JournalKind.MoveEnded,
                record => record with { State = MoveState.Cancelled, FinishedAt = _world.Time.GetUtcNow() },
                Facts.Of(("state", nameof(MoveState.Cancelled)), ("cancelled", "true")),
                cancellationToken);
        }
    }

    private Task<bool> EndIfOverAsync(CancellationToken cancellationToken) =>
        _ledger.DecideAsync<bool>(
            () =>
            {
                if (_ledger.Run.State.HasEnded())
                {
                    return (true, null);
                }

                if (_ledger.Moves.Any(move => !move.State.HasEnded()))
                {
                    return (false, null);
                }

                var state = _ledger.Run.State == RunState.Cancelling
                    ? RunState.Cancelled
                    : _ledger.Moves.All(move => move.State == MoveState.Done) ? RunState.Done : RunState.DoneWithFailures;
                var run = _ledger.Run with { State = state, FinishedAt = _world.Time.GetUtcNow() };
                return (true, new JournalWrite(run, null, JournalKind.RunStateChanged, null, Facts.Of(("state", state.ToString()))));
            },
            cancellationToken);

    private Task<bool> WriteRunAsync(Func<RunRecord, RunRecord> change, CancellationToken cancellationToken) =>
        _ledger.DecideAsync<bool>(
            () =>
            {
                var run = change(_ledger.Run);
                return (true, new JournalWrite(run, null, JournalKind.RunStateChanged, null, Facts.Of(("state", run.State.ToString()))));
            },
            cancellationToken);

    /// <summary>Has the records looked at again; one wake is as good as many.</summary>
    private void Wake() => _wakes.Writer.TryWrite(true);
}
