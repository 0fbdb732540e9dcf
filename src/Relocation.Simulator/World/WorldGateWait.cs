namespace Relocation.Simulator.World;

/// <summary>A wait that ends when somebody opens it: a stalled step, a refused last pass.</summary>
public sealed class WorldGateWait : WorldWait
{
    private Action? resume;

    /// <summary>Whether it has been opened.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Lets the waiting process go on; one that comes later does not wait at all.</summary>
    public void Open()
    {
        IsOpen = true;
        var waiting = resume;
        resume = null;
        waiting?.Invoke();
    }

    internal override void Start(Action resume)
    {
        if (IsOpen)
        {
            resume();
            return;
        }
        this.resume = resume;
    }

    internal override void Stop() => resume = null;
}
