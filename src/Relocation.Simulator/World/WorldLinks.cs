namespace Relocation.Simulator.World;

/// <summary>Which links lie between two places: the cards of the hosts, the line between the pools, the stores.</summary>
public sealed class WorldLinks(FlowNetwork network)
{
    private readonly Dictionary<(string, string), string> lines = [];

    /// <summary>What a line between pools carries when nobody has said so, bytes per second: 10 Gbit/s.</summary>
    public const double DefaultLine = 1.25e9;

    /// <summary>What a store reads or writes when nobody has said so, bytes per second.</summary>
    public const double DefaultStore = 450e6;

    /// <summary>What a network card carries when its speed is unknown, bytes per second: 10 Gbit/s less framing.</summary>
    public const double DefaultCard = 1.18e9;

    /// <summary>Says which line joins two pools; several pairs may share one.</summary>
    /// <param name="one">A pool's name.</param>
    /// <param name="other">The other's.</param>
    /// <param name="line">The line's name.</param>
    /// <param name="bytesPerSecond">What it carries.</param>
    /// <param name="latency">One-way latency.</param>
    public Link Join(string one, string other, string line, double bytesPerSecond, TimeSpan latency)
    {
        var link = network.AddLink(line, bytesPerSecond, latency);
        lines[(one, other)] = line;
        lines[(other, one)] = line;
        return link;
    }

    /// <summary>The line between two pools; null within one.</summary>
    public Link? Line(string one, string other) =>
        one == other ? null
        : lines.TryGetValue((one, other), out var name) ? network.FindLink(name)
        : network.AddLink($"line:{string.Join('-', new[] { one, other }.Order(StringComparer.Ordinal))}", DefaultLine, TimeSpan.FromMilliseconds(0.5));

    /// <summary>The card of a host.</summary>
    /// <param name="pool">Its pool's name.</param>
    /// <param name="host">Its uuid.</param>
    /// <param name="megabits">Its speed as the pool tells it, Mbit/s; zero when unknown.</param>
    public Link Card(string pool, string host, long megabits) =>
        network.AddLink($"card:{pool}/{host}", megabits > 0 ? megabits * 1e6 / 8 * 0.944 : DefaultCard, TimeSpan.FromMilliseconds(0.05));

    /// <summary>A store. The same uuid in two pools is the same store.</summary>
    public Link Store(string uuid) => network.AddLink($"store:{uuid}", DefaultStore, TimeSpan.Zero);
}
