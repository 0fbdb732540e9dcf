namespace Relocation.Simulator.World;

/// <summary>
/// What is going to happen in a world, in the order of its instants; equal instants keep the order of scheduling. Everything runs one at a time
/// under <see cref="Gate"/>, on the thread of whoever advances the time, so a world with the same seed and calls takes the same course.
/// </summary>
public sealed class WorldTimeline
{
    private readonly PriorityQueue<TimelineEntry, (long Ticks, long Order)> entries = new();
    private long order;
    private bool isPumping;

    /// <summary>Makes a timeline that starts at an instant.</summary>
    public WorldTimeline(DateTimeOffset start) => Now = start;

    /// <summary>Raised, under the gate, when the earliest scheduled instant may have changed.</summary>
    public event Action? Rescheduled;

    /// <summary>Held while anything of the world is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The world's instant: that of what is happening, or of the last advance.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When the next thing happens; null when nothing is scheduled.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            while (entries.TryPeek(out var entry, out _) && entry.IsCancelled)
            {
                entries.Dequeue();
            }
            return entries.TryPeek(out var first, out _) ? first.At : null;
        }
    }

    /// <summary>Has something happen after a span of the world's time; a negative span is none.</summary>
    public TimelineEntry Schedule(TimeSpan after, Action action)
    {
        lock (Gate)
        {
            var entry = new TimelineEntry(Now + (after > TimeSpan.Zero ? after : TimeSpan.Zero), action);
            entries.Enqueue(entry, (entry.At.UtcTicks, order++));
            Rescheduled?.Invoke();
            return entry;
        }
    }

    /// <summary>Lets everything happen that is due by an instant, each at its own; an instant in the past changes nothing.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        lock (Gate)
        {
            if (isPumping)
            {
                return;
            }
            isPumping = true;
            try
            {
                while (Next is { } next && next <= instant)
                {
                    var entry = entries.Dequeue();
                    Now = entry.At > Now ? entry.At : Now;
                    entry.Run();
                }
                Now = instant > Now ? instant : Now;
            }
            finally
            {
                isPumping = false;
            }
        }
    }
}
