using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The host needs as many processors as the VM may have, unless the VM lifts that rule (xapi_vm_helpers.ml).</summary>
internal sealed class HostProcessorsCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.not-enough-processors", Severity.Blocks, "reduce-vcpus", "HOST_NOT_ENOUGH_PCPUS");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        host.CpuCount > 0 && move.Vm.VcpusMax > host.CpuCount && move.Vm.Platform.GetValueOrDefault("vcpu-unrestricted") is not "true"
            ? Kind.About(ObjectRef.To(host), move, [$"{move.Vm.VcpusMax}", $"{host.CpuCount}"], ("host", host.Name), ("need", $"{move.Vm.VcpusMax}"), ("have", $"{host.CpuCount}"))
            : null;
}
