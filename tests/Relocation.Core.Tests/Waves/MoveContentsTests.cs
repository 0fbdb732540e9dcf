using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Waves;

public sealed class MoveContentsTests
{
    [Fact]
    public void Disks_ComeSmallestFirst_WithSnapshotsBySnapshotTime_AndTheirParentsMapping()
    {
        var relocation = new TestRelocation();
        var pool = relocation.Source;
        var big = pool.Disk(relocation.Vm, relocation.SourceSr, gibibytes: 100);
        var small = pool.Disk(relocation.Vm, relocation.SourceSr, gibibytes: 5, mode: "RO");
        pool.Disk(relocation.Vm, relocation.SourceSr, gibibytes: 1, type: "CD");
        var parked = pool.Sr("parked");
        var snapshot = pool.SnapshotOf(relocation.Vm, "snap");
        var older = pool.Disk(snapshot, parked, bend: vdi => vdi with { IsSnapshot = true, SnapshotOf = relocation.Disk.Id, SnapshotTime = DateTimeOffset.UnixEpoch });

        var disks = MoveContents.DisksOf(pool.View, relocation.Vm);

        Assert.Equal(new[] { small.Id, relocation.Disk.Id, older.Id, big.Id }.Order(IdOrder), disks.Select(disk => disk.Vdi.Id).Order(IdOrder));
        Assert.Equal(small.Id, disks[0].Vdi.Id);
        Assert.Equal(big.Id, disks[^1].Vdi.Id);
        Assert.Equal([false, true, false, true], disks.Select(disk => disk.Mirrored));
        Assert.Equal(relocation.SourceSr.Id, disks.Single(disk => disk.Vdi.Id == older.Id).PlacedBy);
    }

    [Fact]
    public void NodesThatTwoDisksShare_TravelOnce_AndNoDiskTravelsBeyondItsSize()
    {
        var relocation = new TestRelocation(bendDisk: vdi => vdi with { Parent = new VdiId("source/vdi/base"), PhysicalUtilisation = ByteSize.FromGibibytes(2) });
        var pool = relocation.Source;
        pool.Vdi("base", relocation.SourceSr, allocated: 6, bend: vdi => vdi with { Managed = false });
        var snapshot = pool.SnapshotOf(relocation.Vm, "snap");
        pool.Disk(snapshot, relocation.SourceSr, allocated: 1, bend: vdi => vdi with
        {
            IsSnapshot = true,
            SnapshotOf = relocation.Disk.Id,
            SnapshotTime = DateTimeOffset.UnixEpoch,
            SmConfig = new Dictionary<string, string> { ["vhd-parent"] = "source/vdi/base" },
        });
        pool.Disk(relocation.Vm, relocation.SourceSr, gibibytes: 30, allocated: 50);

        var allocated = MoveContents.DisksOf(pool.View, relocation.Vm).Select(disk => disk.Allocated.Gibibytes).ToList();

        Assert.Equal(9, allocated[0] + allocated[1], 6);
        Assert.Equal(30, allocated[2], 6);
    }

    private static readonly Comparer<VdiId> IdOrder = Comparer<VdiId>.Create((left, right) => string.CompareOrdinal(left.Uuid, right.Uuid));
}
