using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The host must have an address on its management network, over which the move comes in (xapi_host.ml, migrate_receive).</summary>
internal sealed class TransferAddressCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.no-transfer-address", Severity.Blocks, "configure-management-address", "INTERFACE_HAS_NO_IP");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        TransferNetworks.Of(move.Target, host.Id) is null
            ? Kind.About(ObjectRef.To(host), move, [], ("host", host.Name))
            : null;
}
