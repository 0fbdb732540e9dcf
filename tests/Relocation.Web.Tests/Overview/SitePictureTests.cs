using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Overview;
using Relocation.Web.Tests.Execution;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Overview;

public sealed class SitePictureTests
{
    private static readonly Dictionary<VmId, MoveRecord> NoMoves = [];

    [Fact]
    public void Tile_OfAPlannedVm_ShowsWhereItIsOnItsWay()
    {
        Assert.Equal(TileState.Planned, Radar(NoMoves, []));
        Assert.Equal(TileState.Blocked, Radar(NoMoves, [SmallDatacenter.Radar]));
        Assert.Equal(TileState.Moving, Radar(new() { [SmallDatacenter.Radar] = SampleRun.Move(1, MoveState.Running) }, []));
        Assert.Equal(TileState.Failed, Radar(new() { [SmallDatacenter.Radar] = SampleRun.Move(1, MoveState.Failed) }, []));
        Assert.Equal(TileState.Unknown, Radar(new() { [SmallDatacenter.Radar] = SampleRun.Move(1, MoveState.Unknown) }, []));
    }

    [Fact]
    public void Host_WithAVm_IsFilledByItsMemory()
    {
        var host = new SitePicture(Plan(), SmallDatacenter.Set(), NoMoves, new HashSet<VmId>()).Source.Pools[0].Hosts.Single(frame => frame.Host.Id == SmallDatacenter.West1);
        Assert.Equal(ByteSize.FromGibibytes(8), host.Used);
    }

    [Fact]
    public void Moved_CountsOnlyWhatHasLeftAndArrived()
    {
        Assert.Equal(0, new SitePicture(Plan(), SmallDatacenter.Set(), NoMoves, new HashSet<VmId>()).Moved);
        var gone = SmallDatacenter.Set(west: snapshot => snapshot with { Vms = [] });
        Assert.Equal(0, new SitePicture(Plan(), gone, NoMoves, new HashSet<VmId>()).Moved);
        var east = gone[SmallDatacenter.East]!.Snapshot;
        var arrived = gone.With(new InventoryView(east with { Vms = [SmallDatacenter.RadarIn(SmallDatacenter.Set()) with { Pool = SmallDatacenter.East }] }));
        Assert.Equal(1, new SitePicture(Plan(), arrived, NoMoves, new HashSet<VmId>()).Moved);
    }

    [Fact]
    public void Needs_OfFailedMovesAndBlockedVms_LeadToWhereTheyAreMended()
    {
        var facts = new OverviewFacts(Plan(), [], [], new HashSet<VmId> { SmallDatacenter.Radar }, 2, 0);
        var needs = Need.Of(facts, [SampleRun.Move(1, MoveState.Failed), SampleRun.Move(2, MoveState.Done)]);
        Assert.Equal([("NeedFailed", 1, Tone.Bad), ("NeedMapping", 2, Tone.Warning), ("NeedBlocked", 1, Tone.Warning)], needs.Select(need => (need.Key, need.Count, need.Tone)));
        Assert.StartsWith($"/runs/{SampleRun.Id}?move=", needs[0].Href, StringComparison.Ordinal);
    }

    private static TileState Radar(Dictionary<VmId, MoveRecord> moves, HashSet<VmId> blocked)
    {
        var pool = new SitePicture(Plan(), SmallDatacenter.Set(), moves, blocked).Source.Pools[0];
        return pool.Hosts.SelectMany(host => host.Tiles).Concat(pool.Elsewhere).Single(tile => tile.Vm.Id == SmallDatacenter.Radar).State;
    }

    private static RelocationPlan Plan() => new()
    {
        Id = new RelocationId(Guid.Empty),
        Name = "Bureau",
        Revision = 1,
        SourceSite = new Site("Old", "UTC", [SmallDatacenter.West]),
        TargetSite = new Site("New", "UTC", [SmallDatacenter.East]),
        Link = new TransferLink(BitRate.FromMegabits(1000), TimeSpan.FromMilliseconds(1), 1500),
        Groups = [new MoveGroup(new MoveGroupId(Guid.Empty), "Radar", [new PlannedVm(SmallDatacenter.Radar, SmallDatacenter.West, SmallDatacenter.East, null, MoveMethod.Live)])],
    };
}
