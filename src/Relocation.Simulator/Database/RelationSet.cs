using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>
/// The one side of a relation: references in order, the latest first, as xapi adds them. Adding and removing cost the same however many there are;
/// the value that readers see is made when one is asked for.
/// </summary>
internal sealed class RelationSet
{
    private readonly Lock gate = new();
    private readonly LinkedList<string> order = new();
    private readonly Dictionary<string, LinkedListNode<string>> nodes = new(StringComparer.Ordinal);
    private XapiSet? snapshot = XapiSet.Empty;

    /// <summary>The references now.</summary>
    public XapiSet Snapshot
    {
        get
        {
            lock (gate)
            {
                return snapshot ??= XapiSet.OfTexts(order);
            }
        }
    }

    /// <summary>Replaces all references, in the order given.</summary>
    public void Reset(IEnumerable<string> references)
    {
        lock (gate)
        {
            order.Clear();
            nodes.Clear();
            foreach (var reference in references.Where(reference => !nodes.ContainsKey(reference)))
            {
                nodes.Add(reference, order.AddLast(reference));
            }
            snapshot = null;
        }
    }

    /// <summary>Puts a reference in front; false when it is there.</summary>
    public bool Add(string reference)
    {
        lock (gate)
        {
            if (nodes.ContainsKey(reference))
            {
                return false;
            }
            nodes.Add(reference, order.AddFirst(reference));
            snapshot = null;
            return true;
        }
    }

    /// <summary>Takes a reference out; false when it is not there.</summary>
    public bool Remove(string reference)
    {
        lock (gate)
        {
            if (!nodes.Remove(reference, out var node))
            {
                return false;
            }
            order.Remove(node);
            snapshot = null;
            return true;
        }
    }
}
