namespace Relocation.Core.Preflight.Checks;

/// <summary>No host of the target pool can take the VM: there is none, the planned one is not in it, or each lacks something else.</summary>
internal sealed class NoHostCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("host.none-suitable", Severity.Blocks, "choose-other-host");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        context.Placement.Of(move).Suitable == 0 && !PreflightCatalogue.HostChecks.Any(check => check.Find(context, move).Any())
            ? [Kind.About(move, [], ("pool", move.Target.Snapshot.Pool.Name), ("host", move.Planned.TargetHost?.Uuid ?? ""))]
            : [];
}
