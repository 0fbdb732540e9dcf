namespace Relocation.Core.Preflight.Checks;

/// <summary>XAPI drops some attributes as a VM crosses pools (import.ml, xapi_vm.ml): vApp, blocked operations, a host it likes, locking of interfaces.</summary>
internal sealed class AttributesDroppedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.attributes-dropped", Severity.Informs, "review-after-move");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        var dropped = string.Join(", ", DroppedBy(move));
        return dropped.Length > 0 ? [Kind.About(move, [], ("attributes", dropped))] : [];
    }

    private static IEnumerable<string> DroppedBy(MoveCandidate move)
    {
        if (move.Vm.Appliance is not null)
        {
            yield return "appliance";
        }

        if (move.Vm.BlockedOperations.Count > 0)
        {
            yield return "blocked_operations";
        }

        if (move.Vm.Affinity is not null)
        {
            yield return "affinity";
        }

        if (move.Vifs.Any(vif => vif.LockingMode is not ("" or "network_default")))
        {
            yield return "locking_mode";
        }
    }
}
