using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>What VM.assert_can_migrate checks, in the order of ocaml/xapi/xapi_vm_migrate.ml, assert_can_migrate.</summary>
internal static class MigrationChecks
{
    /// <summary>Fails unless the move can be begun as asked.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="findDestination">Finds the destination's objects; called only for another pool. It throws what an unreachable or unknown one answers.</param>
    public static void Assert(MigrationRequest request, Func<PoolDatabase> findDestination)
    {
        if (request.Source.Pool.Map("restrictions").FindText("restrict_storage_xen_motion") == "true")
        {
            throw new XapiException("LICENCE_RESTRICTION", "Storage_motion");
        }
        if (request.Token.Find("host") is null || request.Token.Find("session_id") is null || request.Token.Find("master") is null)
        {
            throw XapiException.Internal("Not_found");
        }
        foreach (var disk in VmParts.Disks(request.Source, request.Vm))
        {
            if (!request.VdiMap.ContainsKey(disk.Ref))
            {
                throw new XapiException("VDI_NOT_IN_MAP", disk.Ref);
            }
        }
        if (request.IsIntraPool)
        {
            AssertWithinPool(request);
        }
        else
        {
            AssertAcrossPools(request, findDestination());
        }
        AssertDisksCanLeave(request);
    }

    /// <summary>Fails for a disk that changes its store and is tracked or encrypted.</summary>
    public static void AssertDisksCanLeave(MigrationRequest request)
    {
        foreach (var disk in VmParts.Disks(request.Source, request.Vm).Where(disk => request.VdiMap.GetValueOrDefault(disk.Ref, disk.Text("SR")) != disk.Text("SR")))
        {
            if (disk.Bool("cbt_enabled"))
            {
                throw new XapiException("VDI_CBT_ENABLED", disk.Ref);
            }
            if (disk.Map("sm_config").Find("key_hash") is not null)
            {
                throw new XapiException("VDI_IS_ENCRYPTED", disk.Ref);
            }
        }
    }

    /// <summary>The host a VM is on, or the coordinator for one that does not run.</summary>
    public static XapiObject SourceHost(MigrationRequest request) =>
        request.Source.Find("host", request.Vm.Text("resident_on")) ?? request.Source.Require("host", request.Source.Pool.Text("master"));

    private static void AssertWithinPool(MigrationRequest request)
    {
        var host = request.Source.Require("host", request.HostRef);
        if (!HostCompatibility.IsNotOlder(host, SourceHost(request)))
        {
            throw new XapiException("NOT_SUPPORTED_DURING_UPGRADE");
        }
        AssertStores(request, request.Source);
        if (request.VifMap.Count > 0)
        {
            throw new XapiException("OPERATION_NOT_ALLOWED", "VIF mapping is not allowed for intra-pool migration -all VIFs must be on the same network");
        }
        BootChecks.Assert(request.Source, request.Vm, host, withStorage: false, withMemory: request.Vm.Text("resident_on") != host.Ref);
    }

    private static void AssertAcrossPools(MigrationRequest request, PoolDatabase destination)
    {
        var host = destination.Require("host", request.HostRef);
        if (!HostCompatibility.IsNotOlder(host, SourceHost(request)))
        {
            throw new XapiException("VM_HOST_INCOMPATIBLE_VERSION_MIGRATE", request.Vm.Ref, host.Ref);
        }
        AssertStores(request, destination);
        var state = request.Vm.Text("power_state");
        if (request.IsCopy && state != "Halted" && !request.IsForced)
        {
            throw new XapiException("VM_BAD_POWER_STATE", request.Vm.Ref, "halted", state.ToLowerInvariant());
        }
        HostCompatibility.AssertHardwarePlatform(request.Vm, host);
        if (!host.Bool("enabled"))
        {
            throw new XapiException("HOST_DISABLED", host.Ref);
        }
        HostCompatibility.AssertEnoughCpus(request.Vm, host);
        AssertInterfaces(request);
        ImportChecks.Assert(request, destination, host);
    }

    private static void AssertStores(MigrationRequest request, PoolDatabase destination)
    {
        // The map is gone through, not the VM: a disk of nobody in it is an invalid handle.
        foreach (var (vdi, store) in request.VdiMap)
        {
            var from = request.Source.Require("SR", request.Source.Require("VDI", vdi).Text("SR"));
            var to = destination.Require("SR", store);
            StorageCapability.Assert(request.Source, from, destination, to);
        }
    }

    private static void AssertInterfaces(MigrationRequest request)
    {
        var mapped = request.VifMap.Keys.Select(reference => request.Source.Find("VIF", reference)?.Text("MAC")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var vm in VmParts.Snapshots(request.Source, request.Vm).Prepend(request.Vm))
        {
            foreach (var vif in VmParts.Vifs(request.Source, vm))
            {
                if (!request.VifMap.ContainsKey(vif.Ref) && !mapped.Contains(vif.Text("MAC")))
                {
                    throw new XapiException("VIF_NOT_IN_MAP", vif.Ref);
                }
            }
        }
    }
}
