using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>What the destination checks in the dry run of the import (ocaml/xapi/import.ml).</summary>
internal static class ImportChecks
{
    /// <summary>Fails unless the destination would take the VM.</summary>
    public static void Assert(MigrationRequest request, PoolDatabase destination, XapiObject host)
    {
        AssertMacSeed(request, destination);
        if (VmLifecycle.IsDefaultTemplate(request.Vm) && destination.All("VM").Any(vm => VmLifecycle.IsDefaultTemplate(vm) && vm.Text("name_label") == request.Vm.Text("name_label")))
        {
            throw XapiException.Internal("inter_pool_metadata_transfer returned a nonempty list");
        }
        if (!request.IsCopy && destination.FindByUuid("VM", request.Vm.Uuid) is { } existing)
        {
            AssertReplaceable(request.Vm, existing);
        }
        if (request.IsLive)
        {
            HostMemory.Assert(destination, host, request.Vm);
        }
        if (request.Vm.Text("power_state") != "Halted" && !request.IsForced && HostCompatibility.CpuRefusal(request.Vm, host) is { } cpu)
        {
            throw new XapiException("VM_INCOMPATIBLE_WITH_THIS_HOST", XapiValue.Null, host.Ref, cpu);
        }
        AssertGpus(request, destination);
    }

    private static void AssertMacSeed(MigrationRequest request, PoolDatabase destination)
    {
        if (request.IsCopy || request.Vm.Map("other_config").FindText("mac_seed") is not { } seed)
        {
            return;
        }
        var family = VmParts.Snapshots(request.Source, request.Vm).Select(vm => vm.Uuid).Append(request.Vm.Uuid).ToHashSet(StringComparer.Ordinal);
        if (destination.All("VM").Any(vm => !vm.Bool("is_a_snapshot") && !family.Contains(vm.Uuid) && vm.Map("other_config").FindText("mac_seed") == seed))
        {
            throw new XapiException("DUPLICATE_MAC_SEED", seed);
        }
    }

    private static void AssertReplaceable(XapiObject vm, XapiObject existing)
    {
        if (existing.Text("power_state") != "Halted")
        {
            throw new XapiException("VM_BAD_POWER_STATE", existing.Ref, "Halted", existing.Text("power_state"));
        }
        if (existing.Number("version") >= vm.Number("version"))
        {
            throw new XapiException(
                "VM_TO_IMPORT_IS_NOT_NEWER_VERSION", existing.Ref, existing.Number("version").ToString(CultureInfo.InvariantCulture), vm.Number("version").ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AssertGpus(MigrationRequest request, PoolDatabase destination)
    {
        foreach (var vgpu in VmParts.Rows(request.Source, "VGPU", request.Vm.Texts("VGPUs")))
        {
            if (!request.VgpuMap.TryGetValue(vgpu.Ref, out var group))
            {
                throw new XapiException("IMPORT_ERROR", $"VGPU {vgpu.Ref} is not mapped");
            }
            if (destination.Find("GPU_group", group) is not { } found || found.Texts("PGPUs").Count == 0)
            {
                throw new XapiException("VM_REQUIRES_GPU", request.Vm.Ref, group);
            }
        }
    }
}
