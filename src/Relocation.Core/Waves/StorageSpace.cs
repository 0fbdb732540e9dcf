using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Waves;

/// <summary>
/// How much room disks need on an SR. XAPI checks none of this before a move: a full SR fails in the middle with SR_BACKEND_FAILURE_44.
/// </summary>
public static class StorageSpace
{
    private static readonly HashSet<string> ThickTypes = new(StringComparer.OrdinalIgnoreCase) { "lvm", "lvmoiscsi", "lvmohba", "lvmofcoe" };

    /// <summary>True when the SR's driver takes a disk's whole virtual size: the LVM family, unless it was made thin.</summary>
    public static bool IsThick(StorageRepository sr) =>
        ThickTypes.Contains(sr.Type) && sr.SmConfig.GetValueOrDefault("allocation", "thick") is "thick";

    /// <summary>Bytes free on what lies beneath the SR, never negative.</summary>
    public static ByteSize FreeOf(StorageRepository sr) => new(Math.Max(0, sr.PhysicalSize.Bytes - sr.PhysicalUtilisation.Bytes));

    /// <summary>Bytes a disk takes on the SR once it has arrived: its virtual size where thick, what is allocated of it where thin.</summary>
    public static ByteSize NeedOf(StorageRepository sr, MovingDisk disk) => IsThick(sr) ? disk.Vdi.VirtualSize : disk.Allocated;

    /// <summary>True when the SR can receive a mirrored disk: VDI_SNAPSHOT, and VDI_MIRROR_IN or VDI_MIRROR, which implies it (xapi_vm_migrate.ml, assert_sr_support_operations). Unknown capabilities of old pools do not count against it.</summary>
    public static bool CanReceive(StorageRepository sr) => MissingToReceive(sr).Count == 0;

    /// <summary>Capabilities the SR lacks to receive a disk.</summary>
    public static IReadOnlyList<string> MissingToReceive(StorageRepository sr) =>
        sr.Capabilities.Count == 0 && sr.ContentType != "iso" ? [] : Missing(sr, "VDI_MIRROR_IN", "VDI_MIRROR");

    /// <summary>Capabilities the SR lacks to send a disk.</summary>
    public static IReadOnlyList<string> MissingToSend(StorageRepository sr) =>
        sr.Capabilities.Count == 0 ? [] : Missing(sr, "VDI_MIRROR", "VDI_MIRROR");

    private static List<string> Missing(StorageRepository sr, string mirror, string mirrorToo)
    {
        List<string> missing = [];
        if (!sr.Capabilities.Contains("VDI_SNAPSHOT"))
        {
            missing.Add("VDI_SNAPSHOT");
        }

        if (!sr.Capabilities.Contains(mirror) && !sr.Capabilities.Contains(mirrorToo))
        {
            missing.Add(mirror);
        }

        return missing;
    }
}
