namespace Relocation.Core.Preflight.Checks;

/// <summary>Every network of the VM and its snapshots needs a target (xapi_vm_migrate.ml, VIF_NOT_IN_MAP).</summary>
internal sealed class NetworkMappingOpenCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.network.open", Severity.Blocks, "choose-network", "VIF_NOT_IN_MAP");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from vifs in move.Vifs.Where(vif => vif.Network is not null).GroupBy(vif => vif.Network!.Value)
        let mapping = context.Mappings.Network(move.Planned.SourcePool, vifs.Key, move.Planned.TargetPool)
        where mapping?.Target is null
        let network = move.Source.Network(vifs.Key)
        let subject = network is null ? new ObjectRef(move.Planned.SourcePool, "network", vifs.Key.Uuid, "") : ObjectRef.To(network)
        select Kind.About(subject, move, [vifs.First().Uuid], ("network", subject.Name), ("reason", mapping?.Reason ?? ""));
}
