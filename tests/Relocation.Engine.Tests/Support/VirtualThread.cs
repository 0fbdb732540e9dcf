using Microsoft.Extensions.Time.Testing;

namespace Relocation.Engine.Tests.Support;

/// <summary>One thread and one clock: continuations run in order, and time passes only when nothing is left to do. Every run is the same run.</summary>
internal sealed class VirtualThread : SynchronizationContext
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private readonly Queue<(SendOrPostCallback Call, object? State)> _due = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_due)
        {
            _due.Enqueue((d, state));
        }
    }

    /// <summary>Runs to the end; fails when more virtual time passes than any of the engine's bounds explains.</summary>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            var end = Time.GetUtcNow() + TimeSpan.FromHours(24);
            while (!task.IsCompleted)
            {
                if (!RunNext())
                {
                    Time.Advance(Tick);
                    Assert.True(Time.GetUtcNow() < end, "It has not ended after a day of virtual time.");
                }
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private bool RunNext()
    {
        (SendOrPostCallback Call, object? State) next;
        lock (_due)
        {
            if (!_due.TryDequeue(out next))
            {
                return false;
            }
        }

        next.Call(next.State);
        return true;
    }
}
