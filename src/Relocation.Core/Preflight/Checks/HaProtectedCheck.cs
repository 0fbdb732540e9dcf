namespace Relocation.Core.Preflight.Checks;

/// <summary>HA protects the VM. The protection travels along, but works only where the target pool has HA on.</summary>
internal sealed class HaProtectedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.ha-protected", Severity.Informs, "enable-ha-in-target");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.HaRestartPriority.Length > 0 && move.Source.Snapshot.Pool.HaEnabled && !move.Target.Snapshot.Pool.HaEnabled ? [Kind.About(move, [], ("priority", move.Vm.HaRestartPriority))] : [];
}
