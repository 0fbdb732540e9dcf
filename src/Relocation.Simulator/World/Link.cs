namespace Relocation.Simulator.World;

/// <summary>Something data passes through and shares: a line between sites, a network card, a store.</summary>
public sealed class Link
{
    internal Link(string name, double bytesPerSecond, TimeSpan latency)
    {
        Name = name;
        BytesPerSecond = bytesPerSecond;
        Latency = latency;
    }

    /// <summary>Its name, unique in the world.</summary>
    public string Name { get; }

    /// <summary>What it carries at most, bytes per second; zero while it is down.</summary>
    public double BytesPerSecond { get; internal set; }

    /// <summary>One-way latency.</summary>
    public TimeSpan Latency { get; internal set; }

    /// <summary>What it has carried so far, bytes.</summary>
    public double Carried { get; internal set; }

    /// <summary>What it carries now, bytes per second.</summary>
    public double Rate { get; internal set; }
}
