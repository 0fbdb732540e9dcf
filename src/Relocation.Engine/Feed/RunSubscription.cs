using System.Threading.Channels;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Feed;

/// <summary>A run as it was at one instant and everything that changes from then on; nothing is lost between. Dispose it to leave.</summary>
public sealed class RunSubscription : IAsyncDisposable
{
    private readonly Func<ValueTask> _leave;

    /// <summary>Makes a subscription.</summary>
    /// <param name="state">The run and its moves, with the progress known at that instant.</param>
    /// <param name="sequence">Last journal line that <paramref name="state"/> holds; the first change's line is the next one.</param>
    /// <param name="changes">
    /// Changes in order. It stays open when the run ends, since a failed move can be tried again. It is completed with an
    /// error when the reader falls so far behind that changes would have to be dropped: subscribe again.
    /// </param>
    /// <param name="leave">What ends the subscription.</param>
    public RunSubscription(RunJournalState state, long sequence, ChannelReader<RunChange> changes, Func<ValueTask> leave)
    {
        State = state;
        Sequence = sequence;
        Changes = changes;
        _leave = leave;
    }

    /// <summary>The run and its moves at the instant of subscription.</summary>
    public RunJournalState State { get; }

    /// <summary>The last journal line that <see cref="State"/> holds.</summary>
    public long Sequence { get; }

    /// <summary>What changes from then on.</summary>
    public ChannelReader<RunChange> Changes { get; }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _leave();
}
