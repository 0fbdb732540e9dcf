namespace Relocation.Simulator.World;

/// <summary>One stream of data over some links.</summary>
public sealed class Flow : WorldWait
{
    private readonly FlowNetwork network;
    private Action? resume;

    internal Flow(FlowNetwork network, long id, IReadOnlyList<Link> path, double bytes, double cap)
    {
        this.network = network;
        Id = id;
        Path = path;
        Bytes = bytes;
        Cap = cap;
    }

    /// <summary>The links it passes, each once.</summary>
    public IReadOnlyList<Link> Path { get; }

    /// <summary>How much it has to carry, bytes; infinite for a stream that lasts until it is closed.</summary>
    public double Bytes { get; }

    /// <summary>The most this stream can do by itself, bytes per second.</summary>
    public double Cap { get; }

    /// <summary>Its share now, bytes per second.</summary>
    public double Rate { get; internal set; }

    /// <summary>What it has carried up to the network's last reckoning, bytes; <see cref="FlowNetwork.Settle"/> brings it up to now.</summary>
    public double Carried { get; internal set; }

    /// <summary>What it still has to carry, bytes.</summary>
    public double Remaining => Bytes - Carried;

    /// <summary>Whether all has been carried, or it was closed.</summary>
    public bool IsClosed { get; private set; }

    internal long Id { get; }

    /// <summary>Ends it where it stands.</summary>
    public void Close() => network.Close(this);

    internal override void Start(Action resume)
    {
        if (IsClosed)
        {
            resume();
            return;
        }
        this.resume = resume;
    }

    internal override void Stop()
    {
        resume = null;
        Close();
    }

    internal void Finish()
    {
        IsClosed = true;
        Rate = 0;
        var waiting = resume;
        resume = null;
        waiting?.Invoke();
    }

    internal void MarkClosed()
    {
        IsClosed = true;
        Rate = 0;
        resume = null;
    }
}
