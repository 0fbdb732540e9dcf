namespace Relocation.Simulator.World;

/// <summary>
/// Streams sharing links as a fluid: at every instant rates are max-min fair under each stream's own cap (progressive filling, Bertsekas and Gallager,
/// Data Networks, 6.5.2), and constant between two events, so amounts are integrated exactly.
/// </summary>
public sealed class FlowNetwork
{
    private readonly WorldTimeline timeline;
    private readonly SortedDictionary<string, Link> links = new(StringComparer.Ordinal);
    private readonly List<Flow> flows = [];
    private DateTimeOffset settledAt;
    private TimelineEntry? nextEnd;
    private long nextId;

    /// <summary>Makes an empty network on a timeline.</summary>
    public FlowNetwork(WorldTimeline timeline)
    {
        this.timeline = timeline;
        settledAt = timeline.Now;
    }

    /// <summary>The links, by name.</summary>
    public IReadOnlyCollection<Link> Links => links.Values;

    /// <summary>The streams that are open.</summary>
    public IReadOnlyList<Flow> Flows => flows;

    /// <summary>Adds a link, or gives the one of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytesPerSecond">What it carries at most when it is new.</param>
    /// <param name="latency">One-way latency when it is new.</param>
    public Link AddLink(string name, double bytesPerSecond, TimeSpan latency)
    {
        if (!links.TryGetValue(name, out var link))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(bytesPerSecond);
            link = new Link(name, bytesPerSecond, latency);
            links.Add(name, link);
        }
        return link;
    }

    /// <summary>The link of a name, or null.</summary>
    public Link? FindLink(string name) => links.GetValueOrDefault(name);

    /// <summary>Changes what a link carries; zero takes it down, and its streams wait.</summary>
    public void SetCapacity(Link link, double bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytesPerSecond);
        Settle();
        link.BytesPerSecond = bytesPerSecond;
        Share();
    }

    /// <summary>Opens a stream.</summary>
    /// <param name="path">The links it passes.</param>
    /// <param name="bytes">How much it carries; infinity for one that lasts until it is closed.</param>
    /// <param name="cap">The most it can do by itself, bytes per second; must be above zero.</param>
    public Flow Open(IEnumerable<Link> path, double bytes, double cap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cap);
        Settle();
        var flow = new Flow(this, nextId++, [.. path.Distinct()], bytes, cap);
        if (bytes == 0)
        {
            flow.MarkClosed();
            return flow;
        }
        flows.Add(flow);
        Share();
        return flow;
    }

    /// <summary>Brings every stream's and link's amounts up to now.</summary>
    public void Settle()
    {
        var seconds = (timeline.Now - settledAt).TotalSeconds;
        settledAt = timeline.Now;
        if (seconds <= 0)
        {
            return;
        }
        foreach (var flow in flows)
        {
            var moved = Math.Min(flow.Rate * seconds, flow.Remaining);
            flow.Carried += moved;
            foreach (var link in flow.Path)
            {
                link.Carried += moved;
            }
        }
    }

    internal void Close(Flow flow)
    {
        if (flow.IsClosed)
        {
            return;
        }
        Settle();
        flows.Remove(flow);
        flow.MarkClosed();
        Share();
    }

    private void Share()
    {
        FairShare.Assign(flows, links.Values);
        nextEnd?.Cancel();
        var soonest = double.PositiveInfinity;
        foreach (var flow in flows)
        {
            if (flow.Rate > 0)
            {
                soonest = Math.Min(soonest, flow.Remaining / flow.Rate);
            }
        }
        // A century stands for never: TimeSpan could not hold what a crawling link would need.
        nextEnd = soonest < 3.2e9
            ? timeline.Schedule(TimeSpan.FromTicks((long)Math.Ceiling(soonest * TimeSpan.TicksPerSecond)), EndDue)
            : null;
    }

    private void EndDue()
    {
        nextEnd = null;
        Settle();
        var done = flows.Where(flow => flow.Remaining <= flow.Rate / TimeSpan.TicksPerSecond).ToArray();
        foreach (var flow in done)
        {
            var rest = flow.Remaining;
            flow.Carried = flow.Bytes;
            foreach (var link in flow.Path)
            {
                link.Carried += rest;
            }
            flows.Remove(flow);
        }
        Share();
        foreach (var flow in done)
        {
            flow.Finish();
        }
    }
}
