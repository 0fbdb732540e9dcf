using Microsoft.Extensions.Logging;
using Relocation.Core.Waves;
using Relocation.Engine.Driving;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Ownership;

/// <summary>
/// Owns a run in this process: takes it over from the journal, keeps its driver going, and lets go when another owner took it. Everything it
/// holds can be dropped at any moment.
/// </summary>
internal sealed class RunOwner(RunId run, string name, EngineWorld world, Action<RunPulse> publish)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private RunDriver? _driver;
    private Task _driving = Task.CompletedTask;

    /// <summary>Another process owns the run, or this one was told to stop: it must not be used any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Sees to it that an active run is driven.</summary>
    public async Task WakeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await TidyAsync();
            if (_driver is null && !IsOver && await world.Journal.LoadAsync(run, _stop.Token) is { } state && !state.Run.State.HasEnded())
            {
                await TakeOverAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Judges and journals a request; returns the reason of a refusal, or nothing.</summary>
    public async Task<string> RequestAsync(RunRequest request)
    {
        RunDriver driver;
        await _gate.WaitAsync();
        try
        {
            await TidyAsync();
            if (IsOver)
            {
                return RefusalReasons.OwnerUnavailable;
            }

            if (_driver is null)
            {
                if (await world.Journal.LoadAsync(run, _stop.Token) is not { } state)
                {
                    return RefusalReasons.RunNotFound;
                }

                if (state.Run.State.HasEnded() && request.Kind != RunRequestKind.RetryMove)
                {
                    return state.Moves.Any(move => move.Id.Value == request.Move) ? RefusalReasons.AlreadyEnded : RefusalReasons.RunEnded;
                }

                await TakeOverAsync();
            }

            driver = _driver!;
        }
        finally
        {
            _gate.Release();
        }

        var reason = await driver.RequestAsync(request, _stop.Token);
        if (reason.Length == 0)
        {
            // The loop may have ended just before a retry made the run go on.
            await WakeAsync();
        }

        return reason;
    }

    /// <summary>Progress of every move that has some, as pulses.</summary>
    public IReadOnlyList<RunPulse> Progress() =>
        _driver is { } driver
            ? [.. driver.Moves.Where(move => move.State == MoveState.Running && move.Progress is not null).Select(move => new RunPulse(driver.Sequence, move.Id.Value, ProgressText.Write(move.Progress!)))]
            : [];

    /// <summary>Lets go; returns once nothing is done here any more.</summary>
    public async Task StopAsync()
    {
        IsOver = true;
        await _stop.CancelAsync();
        await _driving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TakeOverAsync()
    {
        var state = await world.Journal.AcquireAsync(run, name, _stop.Token);
        world.Log.LogInformation("{Owner} drives run {Run} at epoch {Epoch}", name, run, state.Run.Epoch);
        var driver = new RunDriver(world, state, publish);
        _driver = driver;

        // Off the caller's scheduler: a grain must stay free to answer while moves take hours.
        _driving = Task.Run(() => driver.RunAsync(_stop.Token));
    }

    /// <summary>Drops a driver that has ended, for whatever reason; the next wake acquires the run anew if it is still active.</summary>
    private async Task TidyAsync()
    {
        if (_driver is null || !_driving.IsCompleted)
        {
            return;
        }

        _driver = null;
        try
        {
            await _driving;
        }
        catch (StaleOwnerException)
        {
            world.Log.LogWarning("{Owner} has lost run {Run} to another owner", name, run);
            IsOver = true;
        }
        catch (OperationCanceledException)
        {
            IsOver = true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            world.Log.LogError(exception, "{Owner} could not go on with run {Run}; it will be taken over anew", name, run);
        }
    }
}
