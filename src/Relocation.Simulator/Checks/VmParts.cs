using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>What belongs to a VM.</summary>
internal static class VmParts
{
    /// <summary>Its VBDs that are disks and hold one, in the order of the field.</summary>
    public static IEnumerable<(XapiObject Vbd, XapiObject Vdi)> DiskDevices(PoolDatabase database, XapiObject vm)
    {
        foreach (var reference in vm.Texts("VBDs"))
        {
            if (database.Find("VBD", reference) is { } vbd && !vbd.Bool("empty") && vbd.Text("type") == "Disk"
                && database.Find("VDI", vbd.Text("VDI")) is { } vdi)
            {
                yield return (vbd, vdi);
            }
        }
    }

    /// <summary>Its disks.</summary>
    public static IEnumerable<XapiObject> Disks(PoolDatabase database, XapiObject vm) => DiskDevices(database, vm).Select(device => device.Vdi);

    /// <summary>Its network interfaces.</summary>
    public static IEnumerable<XapiObject> Vifs(PoolDatabase database, XapiObject vm) => Rows(database, "VIF", vm.Texts("VIFs"));

    /// <summary>Its snapshots.</summary>
    public static IEnumerable<XapiObject> Snapshots(PoolDatabase database, XapiObject vm) => Rows(database, "VM", vm.Texts("snapshots"));

    /// <summary>Its suspend image, or null.</summary>
    public static XapiObject? SuspendImage(PoolDatabase database, XapiObject vm) => database.Find("VDI", vm.Text("suspend_VDI"));

    /// <summary>The hosts where a store is plugged.</summary>
    public static IEnumerable<string> HostsSeeing(PoolDatabase database, XapiObject sr) =>
        Rows(database, "PBD", sr.Texts("PBDs")).Where(pbd => pbd.Bool("currently_attached")).Select(pbd => pbd.Text("host"));

    /// <summary>The objects of some references; dangling ones are left out.</summary>
    public static IEnumerable<XapiObject> Rows(PoolDatabase database, string @class, IEnumerable<string> references) =>
        references.Where(reference => reference != XapiValue.Null).Select(reference => database.Find(@class, reference)).OfType<XapiObject>();
}
