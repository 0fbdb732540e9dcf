namespace Relocation.Core.Preflight.Checks;

/// <summary>An interface whose network is unknown in the source pool cannot be mapped.</summary>
internal sealed class VifWithoutNetworkCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vif.without-network", Severity.Blocks, "attach-vif-to-network", "VIF_NOT_IN_MAP");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from vif in move.Vifs
        where vif.Network is null
        select Kind.About(ObjectRef.To(vif), move, [vif.Uuid], ("device", vif.Device));
}
