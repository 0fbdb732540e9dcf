namespace Relocation.Simulator.World;

/// <summary>What a process waits for before its next step.</summary>
public abstract class WorldWait
{
    /// <summary>A span of the world's time.</summary>
    public static WorldWait For(WorldTimeline timeline, TimeSpan span) => new SpanWait(timeline, span);

    /// <summary>Begins to wait; <paramref name="resume"/> is called once, under the gate.</summary>
    internal abstract void Start(Action resume);

    /// <summary>Ends the wait without resuming.</summary>
    internal abstract void Stop();

    private sealed class SpanWait(WorldTimeline timeline, TimeSpan span) : WorldWait
    {
        private TimelineEntry? entry;

        internal override void Start(Action resume) => entry = timeline.Schedule(span, resume);

        internal override void Stop() => entry?.Cancel();
    }
}
