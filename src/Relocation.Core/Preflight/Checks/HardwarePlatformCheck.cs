using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The host must be able to run the VM's generation of virtual hardware (xapi_vm_helpers.ml).</summary>
internal sealed class HardwarePlatformCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.hardware-platform", Severity.Blocks, "upgrade-host", "VM_HOST_INCOMPATIBLE_VIRTUAL_HARDWARE_PLATFORM_VERSION");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        host.VirtualHardwarePlatformVersions.Count > 0 && !host.VirtualHardwarePlatformVersions.Contains(Needed(move.Vm))
            ? Kind.About(ObjectRef.To(host), move, [host.Uuid, $"[{string.Join("; ", host.VirtualHardwarePlatformVersions)}]", move.Vm.Uuid, Needed(move.Vm)], ("host", host.Name), ("need", Needed(move.Vm)))
            : null;

    private static string Needed(Vm vm) => vm.HardwarePlatformVersion.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
