using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The chosen network is no longer in the target pool. XAPI's own pre-check lets a dead network pass and fails late (xapi_vm_migrate.ml).</summary>
internal sealed class NetworkMappingGoneCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.network.gone", Severity.Blocks, "choose-network", "HANDLE_INVALID");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from network in move.Vifs.Select(vif => vif.Network).OfType<NetworkId>().Distinct()
        let target = context.Mappings.Network(move.Planned.SourcePool, network, move.Planned.TargetPool)?.Target
        where target is not null && move.Target.Network(target) is null
        select Kind.About(new ObjectRef(move.Planned.TargetPool, "network", target.Value.Uuid, ""), move, ["network", target.Value.Uuid], ("network", move.Source.Network(network)?.Name ?? ""));
}
