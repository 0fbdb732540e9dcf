namespace Relocation.Core.Inventory;

/// <summary>What XAPI and people call an inventory object.</summary>
public static class InventoryObjects
{
    /// <summary>The object's class as XAPI's API spells it.</summary>
    public static string ClassOf(InventoryObject item) => item switch
    {
        Pool => "pool",
        Host => "host",
        StorageRepository => "SR",
        Pbd => "PBD",
        Vdi => "VDI",
        Vm => "VM",
        Vbd => "VBD",
        Vif => "VIF",
        Pif => "PIF",
        Network => "network",
        Bond => "Bond",
        Vlan => "VLAN",
        Appliance => "VM_appliance",
        Pci => "PCI",
        Pgpu => "PGPU",
        Vgpu => "VGPU",
        Pusb => "PUSB",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType().Name, "No XAPI class is known for this kind of object."),
    };

    /// <summary>What people know the object by: its name, else its position or model; empty when it has none.</summary>
    public static string NameOf(InventoryObject item) => item switch
    {
        Pool pool => pool.Name,
        Host host => host.Name,
        StorageRepository sr => sr.Name,
        Vdi vdi => vdi.Name,
        Vm vm => vm.Name,
        Network network => network.Name,
        Appliance appliance => appliance.Name,
        Vbd vbd => vbd.Device.Length > 0 ? vbd.Device : vbd.UserDevice,
        Vif vif => vif.Device,
        Pif pif => pif.VlanTag >= 0 ? $"{pif.Device}.{pif.VlanTag}" : pif.Device,
        Vlan vlan => $"{vlan.Tag}",
        Bond bond => bond.Mode,
        Pci pci => pci.Device,
        Vgpu vgpu => vgpu.Type,
        Pusb pusb => pusb.Product,
        _ => "",
    };

    /// <summary>Class and uuid of the object.</summary>
    public static ObjectKey KeyOf(InventoryObject item) => new(ClassOf(item), item.Uuid);
}
