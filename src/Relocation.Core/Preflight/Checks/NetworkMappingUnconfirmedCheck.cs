using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A proposed network must be confirmed by a person before anything moves onto it.</summary>
internal sealed class NetworkMappingUnconfirmedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.network.unconfirmed", Severity.Blocks, "confirm-mapping");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from network in move.Vifs.Select(vif => vif.Network).OfType<NetworkId>().Distinct()
        let mapping = context.Mappings.Network(move.Planned.SourcePool, network, move.Planned.TargetPool)
        where mapping is { Target: not null, Origin: not MappingOrigin.Confirmed }
        let source = move.Source.Network(network)
        where source is not null
        select Kind.About(ObjectRef.To(source), move, [], ("network", source.Name), ("target", move.Target.Network(mapping.Target)?.Name ?? ""), ("reason", mapping.Reason));
}
