namespace Relocation.Xapi.Records;

/// <summary>Finds circles among links of which every node has at most one, such as snapshot-of and parent.</summary>
internal static class CircularLinks
{
    /// <summary>The nodes that lie on a circle; those that merely lead into one are not among them. Linear in the links.</summary>
    public static HashSet<RecordKey> Find(IReadOnlyDictionary<RecordKey, RecordKey> links)
    {
        var walkOf = new Dictionary<RecordKey, int>(links.Count);
        var circular = new HashSet<RecordKey>();
        var walk = 0;
        foreach (var start in links.Keys)
        {
            walk++;
            var node = start;
            while (links.TryGetValue(node, out var next) && walkOf.TryAdd(node, walk))
            {
                node = next;
            }

            // The walk stopped on a node that it had visited itself: that node closes a circle.
            if (walkOf.TryGetValue(node, out var visitedBy) && visitedBy == walk && circular.Add(node))
            {
                for (var around = links[node]; around != node; around = links[around])
                {
                    circular.Add(around);
                }
            }
        }

        return circular;
    }
}
