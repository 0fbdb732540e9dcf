using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The host must be on every target network of the VM; networks that no host has an interface on are the hosts' own.</summary>
internal sealed class HostNetworkCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.lacks-network", Severity.Blocks, "connect-host-to-network", "HOST_CANNOT_ATTACH_NETWORK");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        Lacking(context, move, host) is { } network
            ? Kind.About(ObjectRef.To(host), move, [host.Uuid, network.Uuid], ("host", host.Name), ("network", network.Name))
            : null;

    private static Network? Lacking(PreflightContext context, MoveCandidate move, Host host) =>
        move.Vifs.Select(vif => context.Mappings.TargetOf(move.Planned, vif)).OfType<NetworkId>().Distinct()
            .Where(network => !move.Target.HasInterface(host.Id, network) && move.Target.PifsOf(network).Any())
            .Select(network => move.Target.Network(network))
            .FirstOrDefault(network => network is not null);
}
