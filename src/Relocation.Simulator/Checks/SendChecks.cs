using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>What the sending host checks before the first byte moves (ocaml/xapi/xapi_vm_migrate.ml, migrate_send').</summary>
internal static class SendChecks
{
    /// <summary>Fails unless the send can begin.</summary>
    public static void Assert(MigrationRequest request, PoolDatabase destination, XapiObject sender)
    {
        if (request.IsIntraPool && request.IsCopy)
        {
            throw new XapiException("OPERATION_NOT_ALLOWED", "You cannot copy a VM with migrate_send within the same pool");
        }
        foreach (var disk in VmParts.Disks(request.Source, request.Vm))
        {
            if (disk.Text("on_boot") == "reset")
            {
                throw new XapiException("VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION", disk.Ref);
            }
        }
        if (VmParts.SuspendImage(request.Source, request.Vm) is { } image && !Sees(request.Source, image, sender))
        {
            throw new XapiException("SUSPEND_IMAGE_NOT_ACCESSIBLE", image.Ref);
        }
        _ = DiskSet.Of(request, destination);
        MigrationChecks.AssertDisksCanLeave(request);
        foreach (var disk in VmParts.Disks(request.Source, request.Vm))
        {
            if (!Sees(request.Source, disk, sender))
            {
                throw NoPlugin(request.Source.Require("SR", disk.Text("SR")), isPreparing: false);
            }
        }
    }

    /// <summary>What the storage layer says of a store that the host has not plugged.</summary>
    public static XapiException NoPlugin(XapiObject sr, bool isPreparing)
    {
        var inner = $"Storage_error ([S(No_storage_plugin_for_sr);S({sr.Uuid})])";
        return XapiException.Internal($"Storage_error ([S(Internal_error);S({(isPreparing ? $"Storage_error ([S(Migration_preparation_failure);S({inner})])" : inner)})])");
    }

    /// <summary>What the storage layer says when a disk cannot be made for want of room.</summary>
    public static XapiException NoRoom() => XapiException.Internal(
        "Storage_error ([S(Internal_error);S(Storage_error ([S(Migration_preparation_failure);S(Storage_error ([S(Backend_error);[S(SR_BACKEND_FAILURE_44);[S();S(There is insufficient space);S()]]]))]))])");

    private static bool Sees(PoolDatabase database, XapiObject vdi, XapiObject host) =>
        database.Find("SR", vdi.Text("SR")) is not { } sr || VmParts.HostsSeeing(database, sr).Contains(host.Ref);
}
