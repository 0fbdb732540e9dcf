using System.Collections.Immutable;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>One run as a page watches it: its state, its journal, and how fast the pools' clock goes. A page that fell behind subscribes again by itself.</summary>
/// <param name="runs">Gives the feed.</param>
/// <param name="journal">Gives the lines written before.</param>
/// <param name="time">The clock.</param>
/// <param name="hosted">Speed of the pools that this process hosts; 1 without any.</param>
/// <param name="changed">Called after each change, from any thread; must be quick.</param>
public sealed class RunWatch(RunService runs, IRunJournal journal, TimeProvider time, double hosted, Action changed) : IAsyncDisposable
{
    private const int PageSize = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource stop = new();
    private Task following = Task.CompletedTask;

    /// <summary>The run and its moves as they are now; null before <see cref="BeginAsync"/> or when there is no such run.</summary>
    public RunJournalState? State { get; private set; }

    /// <summary>Its journal so far, in order.</summary>
    public ImmutableList<JournalEntry> Entries { get; private set; } = [];

    /// <summary>Since when nothing is heard of the run; null while all is well.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    /// <summary>How many times faster than ours the pools' clock goes; 1 before anything is known.</summary>
    public double Pace => State is { } state ? PoolPace.Of(state, Entries, hosted) : 1;

    /// <summary>Begins to watch; false when there is no such run.</summary>
    public async Task<bool> BeginAsync(RunId run)
    {
        if (await JoinAsync(run) is not { } subscription)
        {
            return false;
        }

        following = FollowAsync(run, subscription);
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        stop.Dispose();
    }

    private async Task<RunSubscription?> JoinAsync(RunId run)
    {
        if (await runs.SubscribeAsync(run, stop.Token) is not { } subscription)
        {
            return null;
        }

        var entries = ImmutableList<JournalEntry>.Empty;
        IReadOnlyList<JournalEntry> page;
        do
        {
            page = await journal.EntriesAsync(run, entries.Count == 0 ? 0 : entries[^1].Sequence, PageSize, stop.Token);
            entries = entries.AddRange(page.Where(entry => entry.Sequence <= subscription.Sequence));
        }
        while (page.Count == PageSize && page[^1].Sequence < subscription.Sequence);

        (State, Entries, LostAt) = (subscription.State, entries, null);
        return subscription;
    }

    private async Task FollowAsync(RunId run, RunSubscription? subscription)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                subscription ??= await JoinAsync(run);
                if (subscription is null)
                {
                    return;
                }

                await ReadAsync(subscription);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The page shows since when it is stale, and goes on as soon as the run can be followed again.
                LostAt ??= time.GetUtcNow();
                changed();
                await Task.Delay(Patience, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await LeaveAsync(subscription);
            subscription = null;
        }

        await LeaveAsync(subscription);
    }

    private async Task ReadAsync(RunSubscription subscription)
    {
        await foreach (var change in subscription.Changes.ReadAllAsync(stop.Token))
        {
            Take(change);
            changed();
        }
    }

    private void Take(RunChange change)
    {
        if (change.Entry is { } entry && (Entries.Count == 0 || entry.Sequence > Entries[^1].Sequence))
        {
            Entries = Entries.Add(entry);
        }

        var known = State!;
        State = known with
        {
            Run = change.Run ?? known.Run,
            Moves = change.Move is { } move ? [.. known.Moves.Select(other => other.Id == move.Id ? move : other)] : known.Moves,
            Sequence = change.Entry?.Sequence ?? known.Sequence,
        };
    }

    private static ValueTask LeaveAsync(RunSubscription? subscription) => subscription?.DisposeAsync() ?? ValueTask.CompletedTask;
}
