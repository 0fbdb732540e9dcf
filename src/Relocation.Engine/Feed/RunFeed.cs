using System.Threading.Channels;
using Relocation.Core.Waves;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Feed;

/// <summary>
/// One run as this process follows it. The journal is the truth; pulses of the owner only say when to read it, and carry progress.
/// Joining and publishing exclude each other, so that nothing is lost between a snapshot and its changes.
/// </summary>
internal sealed class RunFeed(RunId run, IRunJournal journal, OwnerLink owner, TimeProvider time) : IRunWatcher
{
    /// <summary>Far more than a page that is alive can be behind.</summary>
    private const int MostUnread = 20_000;
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);

    private readonly Turns _turns = new();
    private readonly HashSet<Channel<RunChange>> _readers = [];
    private readonly Channel<RunPulse> _pulses = Channel.CreateUnbounded<RunPulse>(new UnboundedChannelOptions { SingleReader = true });
    private FollowedRun? _followed;

    public Task MovedOnAsync(RunPulse pulse)
    {
        _pulses.Writer.TryWrite(pulse);
        return Task.CompletedTask;
    }

    public Task<RunSubscription?> JoinAsync(CancellationToken cancellationToken) =>
        _turns.TakeAsync<RunSubscription?>(async () =>
        {
            _followed ??= await BeginAsync(cancellationToken);
            if (_followed is null)
            {
                return null;
            }

            var reader = Channel.CreateBounded<RunChange>(MostUnread);
            _readers.Add(reader);
            return new RunSubscription(_followed.State, _followed.State.Sequence, reader.Reader, () => LeaveAsync(reader));
        });

    private async Task<FollowedRun?> BeginAsync(CancellationToken cancellationToken)
    {
        // Pulses are asked for before the state is read: what happens in between is told twice rather than never.
        var progress = await owner.WatchAsync(this);
        if (await journal.LoadAsync(run, cancellationToken) is not { } state)
        {
            await owner.LeaveAsync();
            return null;
        }

        var followed = new FollowedRun(journal, state);
        followed.Take(progress);
        _ = FollowAsync(followed);
        return followed;
    }

    /// <summary>Follows until nobody reads any more.</summary>
    private async Task FollowAsync(FollowedRun followed)
    {
        var goesOn = true;
        while (goesOn)
        {
            var pulses = await NextPulsesAsync();
            if (pulses.Count == 0)
            {
                pulses = await owner.WatchAsync(this);
            }

            goesOn = await _turns.TakeAsync(() => PublishAsync(followed, pulses));
        }
    }

    /// <summary>What came in, or nothing when it is time to renew.</summary>
    private async Task<IReadOnlyList<RunPulse>> NextPulsesAsync()
    {
        using var patience = new CancellationTokenSource(RenewEvery, time);
        try
        {
            await _pulses.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return [];
        }

        var pulses = new List<RunPulse>();
        while (_pulses.Reader.TryRead(out var pulse))
        {
            pulses.Add(pulse);
        }

        return pulses;
    }

    private async Task<bool> PublishAsync(FollowedRun followed, IReadOnlyList<RunPulse> pulses)
    {
        if (!ReferenceEquals(followed, _followed))
        {
            return false;
        }

        try
        {
            // A pulse without news of the journal is progress only and costs no read; without any pulse the journal is read to be sure.
            var changes = pulses.Count == 0 || pulses.Any(pulse => pulse.Sequence > followed.State.Sequence)
                ? await followed.ReadAsync(CancellationToken.None)
                : [];
            Tell([.. changes, .. followed.Take(pulses)]);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await BreakAsync(exception);
            return false;
        }
    }

    private void Tell(IReadOnlyList<RunChange> changes)
    {
        foreach (var reader in _readers.ToList())
        {
            if (changes.Any(change => !reader.Writer.TryWrite(change)))
            {
                reader.Writer.TryComplete(new FeedOverrunException(run));
                _readers.Remove(reader);
            }
        }
    }

    /// <summary>The journal could not be read: the readers are told instead of being left behind, and who subscribes again begins anew.</summary>
    private async Task BreakAsync(Exception exception)
    {
        foreach (var reader in _readers)
        {
            reader.Writer.TryComplete(exception);
        }

        _readers.Clear();
        await StopAsync();
    }

    private async ValueTask LeaveAsync(Channel<RunChange> reader) =>
        await _turns.TakeAsync(async () =>
        {
            reader.Writer.TryComplete();
            if (_readers.Remove(reader) && _readers.Count == 0)
            {
                await StopAsync();
            }

            return true;
        });

    private Task StopAsync()
    {
        _followed = null;
        return owner.LeaveAsync();
    }
}
