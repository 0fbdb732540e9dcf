using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The receiving host must be no older than the sending one in platform, xapi and Xen (helpers.ml); a hotfix of difference is enough to block the way back.</summary>
internal sealed class HostVersionCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.older-version", Severity.Blocks, "upgrade-host", "VM_HOST_INCOMPATIBLE_VERSION_MIGRATE");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        ProductVersions.OlderIn(host, ProductVersions.SenderOf(move)) is { Length: > 0 } component
            ? Kind.About(ObjectRef.To(host), move, [move.Vm.Uuid, host.Uuid], ("host", host.Name), ("component", component))
            : null;
}
