using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>Compares hosts as XAPI does before a move: platform_version, xapi_build and xen, number by number (helpers.ml).</summary>
public static class ProductVersions
{
    private static readonly string[] Components = ["platform_version", "xapi_build", "xen"];

    /// <summary>The host that sends the VM: where it runs, else the coordinator, else null when the pool knows none.</summary>
    public static Host? SenderOf(MoveCandidate move) =>
        move.Source.Host(move.Vm.ResidentOn) ?? move.Source.Host(move.Source.Snapshot.Pool.Coordinator) ?? (move.Source.Snapshot.Hosts is [var first, ..] ? first : null);

    /// <summary>The component in which the receiver is older than the sender, or empty. What one of them does not tell is not compared.</summary>
    public static string OlderIn(Host receiver, Host? sender) => Components.FirstOrDefault(component =>
        sender is not null
        && sender.SoftwareVersion.TryGetValue(component, out var theirs)
        && receiver.SoftwareVersion.TryGetValue(component, out var ours)
        && Compare(ours, theirs) < 0) ?? "";

    /// <summary>Compares two versions part by part, numbers as numbers; a missing part counts as nothing.</summary>
    public static int Compare(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return 0;
        }

        var (ours, theirs) = (left.Split('.', '-', '+'), right.Split('.', '-', '+'));
        for (var index = 0; index < Math.Max(ours.Length, theirs.Length); index++)
        {
            var order = ComparePart(ours.ElementAtOrDefault(index) ?? "", theirs.ElementAtOrDefault(index) ?? "");
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int ComparePart(string left, string right) =>
        ulong.TryParse(left.Length == 0 ? "0" : left, out var one) && ulong.TryParse(right.Length == 0 ? "0" : right, out var other)
            ? one.CompareTo(other)
            : string.CompareOrdinal(left, right);
}
