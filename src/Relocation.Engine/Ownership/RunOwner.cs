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
internal sealed class RunOwner(RunId run, string name, EngineWorld world, Action<RunPulse> publish) : IAsyncDisposable
{
    private readonly Turns _turns = new();
    private readonly CancellationTokenSource _stop = new();
    private RunDriver? _driver;
    private Task _driving = Task.CompletedTask;

    /// <summary>Another process owns the run, or this one was told to stop: it must not be used any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Sees to it that an active run is driven.</summary>
    public Task WakeAsync() =>
        _turns.TakeAsync(async () =>
        {
            await TidyAsync();
            if (_driver is null && !IsOver && await world.Journal.LoadAsync(run, _stop.Token) is { } state && !state.Run.State.HasEnded())
            {
                await TakeOverAsync();
            }

            return _driver;
        });

    /// <summary>Judges and journals a request; returns the reason of a refusal, or nothing.</summary>
    public async Task<string> RequestAsync(RunRequest request)
    {
        var (refusal, driver) = await _turns.TakeAsync(() => DriverForAsync(request));
        if (driver is null)
        {
            return refusal;
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
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        IsOver = true;
        await _stop.CancelAsync();
        await _driving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>The driver that judges a request; an ended run is taken over only for what can make it go on.</summary>
    private async Task<(string Refusal, RunDriver? Driver)> DriverForAsync(RunRequest request)
    {
        await TidyAsync();
        if (IsOver)
        {
            return (RefusalReasons.OwnerUnavailable, null);
        }

        if (_driver is null)
        {
            if (await world.Journal.LoadAsync(run, _stop.Token) is not { } state)
            {
                return (RefusalReasons.RunNotFound, null);
            }

            if (state.Run.State.HasEnded() && request.Kind != RunRequestKind.RetryMove)
            {
                return (state.Moves.Any(move => move.Id.Value == request.Move) ? RefusalReasons.AlreadyEnded : RefusalReasons.RunEnded, null);
            }

            await TakeOverAsync();
        }

        return ("", _driver);
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
