using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Live;

/// <summary>
/// Follows one pool: reads its whole inventory, then its events, and starts anew whenever it cannot be sure to have missed nothing. After a
/// coordinator's restart event tokens may belong to another database, so any interruption ends in a whole reading, never in a resumed token.
/// </summary>
public sealed class PoolWatch
{
    private static readonly string[] AllClasses = ["*"];
    private readonly PoolEndpoint endpoint;
    private readonly PoolId? expected;
    private readonly PoolWatchOptions options;
    private readonly TimeProvider time;
    private readonly ILoggerFactory loggers;

    /// <summary>Prepares; nothing is connected yet.</summary>
    /// <param name="endpoint">Where and as whom.</param>
    /// <param name="expected">The pool the address must answer for; null accepts any.</param>
    /// <param name="options">Patience.</param>
    /// <param name="time">Clock of waits, states and batches.</param>
    /// <param name="loggers">Where to log.</param>
    public PoolWatch(PoolEndpoint endpoint, PoolId? expected = null, PoolWatchOptions? options = null, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        this.endpoint = endpoint;
        this.expected = expected;
        this.options = options ?? new PoolWatchOptions();
        this.time = time ?? TimeProvider.System;
        this.loggers = loggers ?? NullLoggerFactory.Instance;
    }

    /// <summary>Watches until cancelled. Calls come one after the other; an exception from one of them ends the watch with it.</summary>
    /// <param name="onCapture">Given a whole reading: the first, and one after each interruption. Import it as a diff; what it lacks is gone.</param>
    /// <param name="onBatch">Given what happened since, in order.</param>
    /// <param name="onState">Told of every change of state.</param>
    /// <param name="cancellationToken">Ends the watch and logs out.</param>
    public async Task RunAsync(
        Func<IInventoryReader, CancellationToken, Task> onCapture,
        Func<InventoryBatch, CancellationToken, Task> onBatch,
        Action<PoolConnectionState> onState,
        CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger<PoolWatch>();
        var delay = new RetryDelay(options.FirstDelay, options.LongestDelay, options.Session.Seed);
        await using var session = new XapiSession(endpoint, options.Session with { ReadAttempts = 1 }, time, loggers.CreateLogger<XapiSession>());
        var attempt = 0;
        onState(new PoolConnectionState(PoolConnectionStatus.Connecting, time.GetUtcNow()));
        while (true)
        {
            try
            {
                var records = await CaptureAsync(session, cancellationToken);
                await using (var reader = new LivePoolReader(records, endpoint.Address.Authority))
                {
                    await onCapture(reader, cancellationToken);
                }

                attempt = 0;
                onState(new PoolConnectionState(PoolConnectionStatus.Connected, time.GetUtcNow()));
                await FollowAsync(session, records, onBatch, cancellationToken);
            }
            catch (Exception problem) when (ConnectionReasons.Of(problem) is not null)
            {
                // Whoever stops the watch is not told of what broke in the same moment.
                cancellationToken.ThrowIfCancellationRequested();
                var state = Interrupted(problem, ++attempt, delay);
                logger.LogWarning("Pool at {Address}: {Status} ({Code}): {Reason}", endpoint.Address, state.Status, state.ReasonCode, state.Reason);
                onState(state);
                await Task.Delay(state.NextTry!.Value - state.Since, time, cancellationToken);
            }
        }
    }

    private PoolConnectionState Interrupted(Exception problem, int attempt, RetryDelay delay)
    {
        var code = ConnectionReasons.Of(problem)!;
        var refused = ConnectionReasons.NeedsAPerson(code);
        var now = time.GetUtcNow();
        var wait = refused ? options.RefusedDelay : delay.Before(attempt);
        return new PoolConnectionState(refused ? PoolConnectionStatus.Refused : PoolConnectionStatus.Reconnecting, now, attempt, now + wait, code, problem.Message);
    }

    private async Task<LiveRecords> CaptureAsync(XapiSession session, CancellationToken cancellationToken)
    {
        var records = await LiveCapture.ReadAsync(session, options.CaptureTimeout, cancellationToken);
        if (expected is { } pool && records.Pool != pool)
        {
            throw new InventoryFormatException(ConnectionReasons.OtherPool, endpoint.Address.Authority, 0, 0, $"{endpoint.Address} answers for pool {records.Pool}, not for {pool}.");
        }

        return records;
    }

    /// <summary>Follows events until everything must be read anew.</summary>
    private async Task FollowAsync(XapiSession session, LiveRecords records, Func<InventoryBatch, CancellationToken, Task> onBatch, CancellationToken cancellationToken)
    {
        var read = time.GetUtcNow();
        while (records.Token is { } token)
        {
            var reply = await session.FollowAsync("event.from", [AllClasses, token, options.EventTimeout.TotalSeconds], options.EventTimeout + options.Session.Timeout, cancellationToken);
            var events = LiveEvents.Read(reply, session.Coordinator.Authority);
            if (records.Apply(events, time.GetUtcNow()) is { } batch)
            {
                await onBatch(batch, cancellationToken);
            }

            if (!records.Counts(events) && time.GetUtcNow() - read >= options.RecountInterval)
            {
                return;
            }
        }

        await Task.Delay(options.PollInterval, time, cancellationToken);
    }
}
