using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The receiving host must be enabled (xapi_vm_migrate.ml).</summary>
internal sealed class HostDisabledCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.disabled", Severity.Blocks, "enable-host", "HOST_DISABLED", Transient: true);

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        !host.Enabled
            ? Kind.About(ObjectRef.To(host), move, [host.Uuid], ("host", host.Name))
            : null;
}
