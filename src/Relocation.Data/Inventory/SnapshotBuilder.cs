using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>Sorts stored objects into a snapshot.</summary>
internal sealed class SnapshotBuilder
{
    private readonly Dictionary<Type, List<InventoryObject>> byType = [];
    private long revision;
    private DateTimeOffset capturedAt;

    public void Add(long atRevision, DateTimeOffset at, InventoryObject item)
    {
        revision = atRevision;
        capturedAt = at;
        if (!byType.TryGetValue(item.GetType(), out var list))
        {
            byType.Add(item.GetType(), list = []);
        }

        list.Add(item);
    }

    /// <summary>The snapshot, or null when nothing was added.</summary>
    public InventorySnapshot? Build() => byType.Count == 0 ? null : new InventorySnapshot
    {
        Pool = Of<Pool>().Single(),
        Revision = revision,
        CapturedAt = capturedAt,
        Hosts = Of<Host>(),
        StorageRepositories = Of<StorageRepository>(),
        Pbds = Of<Pbd>(),
        Vdis = Of<Vdi>(),
        Vms = Of<Vm>(),
        Vbds = Of<Vbd>(),
        Vifs = Of<Vif>(),
        Pifs = Of<Pif>(),
        Networks = Of<Network>(),
        Bonds = Of<Bond>(),
        Vlans = Of<Vlan>(),
        Appliances = Of<Appliance>(),
        Pcis = Of<Pci>(),
        Pgpus = Of<Pgpu>(),
        Vgpus = Of<Vgpu>(),
        Pusbs = Of<Pusb>(),
    };

    /// <summary>By uuid, ordinally: databases collate text each in its own way.</summary>
    private IReadOnlyList<T> Of<T>()
        where T : InventoryObject =>
        byType.TryGetValue(typeof(T), out var list) ? [.. list.Cast<T>().OrderBy(item => item.Uuid, StringComparer.Ordinal)] : [];
}
