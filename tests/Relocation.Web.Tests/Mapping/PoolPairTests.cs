using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Waves;
using Relocation.Web.Features.Mapping;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Tests.Waves;

namespace Relocation.Web.Tests.Mapping;

[UseCulture("en")]
public sealed class PoolPairTests
{
    private static readonly NetworkId Office = new("east-office");
    private static readonly SrId Small = new("east-small");

    [Fact]
    public void Row_WithoutTarget_IsOpen_AndSaysWhoNeedsIt()
    {
        var pair = Assert.Single(PoolPair.Of(SmallPlan.Plan, SmallDatacenter.Set(), MappingKind.Network));
        Assert.Equal("West", pair.SourceName);
        var row = Assert.Single(pair.Rows);
        Assert.True(row.Open);
        Assert.Equal(("office", MappingReasons.NoMatch), (row.SourceName, row.Reason));
        Assert.Equal(["radar"], row.Users);
        Assert.Equal([20], row.SourceFacts!.Vlans);
        Assert.Equal((1, 2), (row.SourceFacts.Hosts, row.SourceFacts.AllHosts));
    }

    [Fact]
    public void Row_Proposed_WaitsForAPerson_UntilConfirmed()
    {
        var set = Furnished();
        var plan = MappingProposer.Propose(SmallPlan.Plan, set);
        var row = PoolPair.Of(plan, set, MappingKind.Network).Single().Rows.Single();
        Assert.True(row.Waits);
        Assert.Equal("Office", row.TargetName);
        var confirmed = PlanChanges.ConfirmProposals(plan).Plan!;
        Assert.False(PoolPair.Of(confirmed, set, MappingKind.Network).Single().Rows.Single().Waits);
    }

    [Fact]
    public void Row_WhoseTargetHasGone_IsOpenAgain()
    {
        var plan = PlanChanges.ConfirmProposals(MappingProposer.Propose(SmallPlan.Plan, Furnished())).Plan!;
        var row = PoolPair.Of(plan, SmallDatacenter.Set(), MappingKind.Network).Single().Rows.Single();
        Assert.True(row.Gone);
        Assert.True(row.Open);
    }

    [Fact]
    public void Candidates_OfAnSr_LeaveOutIso_AndTellWhatTheDisksNeed()
    {
        var set = Furnished();
        var pair = PoolPair.Of(SmallPlan.Plan, set, MappingKind.Storage).Single();
        var candidate = Assert.Single(pair.Candidates(set, MappingKind.Storage));
        Assert.Equal(("Small", 10), (candidate.Name, candidate.Free.Gibibytes));
        Assert.True(pair.NeedOn(SmallPlan.Plan, set, pair.Rows.Single(), candidate) > candidate.Free);
    }

    private static InventorySet Furnished()
    {
        var set = SmallDatacenter.Set();
        var east = set[SmallDatacenter.East]!.Snapshot;
        return set.With(new InventoryView(east with
        {
            Networks = [new Network { Pool = SmallDatacenter.East, Id = Office, Name = "Office" }],
            StorageRepositories =
            [
                new StorageRepository { Pool = SmallDatacenter.East, Id = Small, Name = "Small", Type = "lvm", PhysicalSize = ByteSize.FromGibibytes(10) },
                new StorageRepository { Pool = SmallDatacenter.East, Id = new("iso"), Name = "ISOs", Type = "iso", ContentType = "iso" },
            ],
        }));
    }
}
