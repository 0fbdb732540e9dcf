using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>Finds the one SR of a pool that can take over the disks of another: by name, then by what it can do, how it is shared and how much room it has.</summary>
internal static class StorageMatch
{
    /// <summary>The SR and why, or null and why not.</summary>
    public static (SrId? Target, string Reason) Find(StorageRepository source, IReadOnlyList<MovingDisk> disks, InventoryView target)
    {
        var able = target.Snapshot.StorageRepositories.Where(candidate => candidate.ContentType != "iso" && StorageSpace.CanReceive(candidate)).ToList();
        var named = able.Where(candidate => candidate.Name.Trim().Length > 0 && string.Equals(candidate.Name.Trim(), source.Name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count > 0)
        {
            return named.Count == 1 ? (named[0].Id, MappingReasons.Name) : (null, MappingReasons.AmbiguousName);
        }

        var alike = able.Where(candidate => candidate.Shared == source.Shared).ToList();
        var roomy = alike.Where(candidate => disks.Sum(disk => StorageSpace.NeedOf(candidate, disk).Bytes) <= StorageSpace.FreeOf(candidate).Bytes).ToList();
        var ofType = roomy.Where(candidate => string.Equals(candidate.Type, source.Type, StringComparison.OrdinalIgnoreCase)).ToList();
        return (alike.Count, roomy.Count, ofType.Count) switch
        {
            (0, _, _) => (null, MappingReasons.NoMatch),
            (_, 0, _) => (null, MappingReasons.NoSpace),
            (_, 1, _) => (roomy[0].Id, MappingReasons.Capability),
            (_, _, 1) => (ofType[0].Id, MappingReasons.CapabilityAndType),
            _ => (null, MappingReasons.AmbiguousCapability),
        };
    }
}
