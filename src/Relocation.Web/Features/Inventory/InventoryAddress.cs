using Relocation.Core.Inventory;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Inventory;

/// <summary>Addresses of the inventory's pages. An object is named by pool and uuid, as one VM may stand in two pools' records.</summary>
public static class InventoryAddress
{
    /// <summary>A pool's own page.</summary>
    public static string Of(Pool pool) => $"/inventory/pools/{pool.Id}";

    /// <summary>A host's own page.</summary>
    public static string Of(Host host) => Of("hosts", host);

    /// <summary>An SR's own page.</summary>
    public static string Of(StorageRepository sr) => Of("storage", sr);

    /// <summary>A network's own page.</summary>
    public static string Of(Network network) => Of("networks", network);

    /// <summary>A VM's own page.</summary>
    public static string Of(Vm vm) => Of("vms", vm);

    /// <summary>Key of an object in lists and addresses.</summary>
    public static string Key(InventoryObject item) => $"{item.Pool}/{item.Uuid}";

    private static string Of(string list, InventoryObject item) => $"/inventory/{list}/{Uri.EscapeDataString(item.Pool.Uuid)}/{Uri.EscapeDataString(item.Uuid)}";
}
