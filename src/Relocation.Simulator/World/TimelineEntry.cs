namespace Relocation.Simulator.World;

/// <summary>Something scheduled on a timeline.</summary>
public sealed class TimelineEntry
{
    private Action? action;

    internal TimelineEntry(DateTimeOffset at, Action action)
    {
        At = at;
        this.action = action;
    }

    /// <summary>When it happens.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Whether it will not happen any more.</summary>
    public bool IsCancelled => action is null;

    /// <summary>Keeps it from happening.</summary>
    public void Cancel() => action = null;

    internal void Run()
    {
        var run = action;
        action = null;
        run?.Invoke();
    }
}
