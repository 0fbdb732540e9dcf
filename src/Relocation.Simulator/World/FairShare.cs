namespace Relocation.Simulator.World;

/// <summary>Max-min fair rates by progressive filling: the tightest link or cap is frozen first, then the next.</summary>
internal static class FairShare
{
    /// <summary>Sets the rate of every stream, and of every link.</summary>
    public static void Assign(IReadOnlyList<Flow> flows, IEnumerable<Link> links)
    {
        var left = links.ToDictionary(link => link, link => new Capacity { Left = link.BytesPerSecond });
        foreach (var flow in flows)
        {
            foreach (var link in flow.Path)
            {
                left[link].Open++;
            }
        }
        var open = flows.ToList();
        while (open.Count > 0)
        {
            var level = open.Min(flow => Limit(flow, left));
            var frozen = open.Where(flow => Limit(flow, left) <= level).ToList();
            foreach (var flow in frozen)
            {
                flow.Rate = level;
                open.Remove(flow);
            }
            foreach (var link in frozen.SelectMany(flow => flow.Path))
            {
                var capacity = left[link];
                capacity.Left = Math.Max(0, capacity.Left - level);
                capacity.Open--;
            }
        }
        foreach (var (link, _) in left)
        {
            link.Rate = 0;
        }
        foreach (var flow in flows)
        {
            foreach (var link in flow.Path)
            {
                link.Rate += flow.Rate;
            }
        }
    }

    private static double Limit(Flow flow, Dictionary<Link, Capacity> left)
    {
        var limit = flow.Cap;
        foreach (var link in flow.Path)
        {
            var capacity = left[link];
            limit = Math.Min(limit, capacity.Left / capacity.Open);
        }
        return limit;
    }

    private sealed class Capacity
    {
        public double Left { get; set; }

        public int Open { get; set; }
    }
}
