using Relocation.Web.Features.Waves;
using Relocation.Web.Tests.Inventory;

namespace Relocation.Web.Tests.Waves;

public sealed class RelocationDraftTests
{
    [Fact]
    public void Draft_SaysWhatIsMissing_OneAfterTheOther()
    {
        var draft = new RelocationDraft();
        Assert.Equal("name", draft.Missing(false));
        draft.Name = "Move";
        Assert.Equal("sites", draft.Missing(false));
        Assert.Null(draft.Missing(true));
        (draft.SourceName, draft.TargetName, draft.TargetZone) = ("Old", "New", "Nowhere/City");
        Assert.Equal("zone", draft.Missing(false));
        draft.TargetZone = "Europe/Berlin";
        Assert.Equal("pools", draft.Missing(false));
        draft.Place(SmallDatacenter.West, "source");
        draft.Place(SmallDatacenter.East, "target");
        Assert.Null(draft.Missing(false));
        draft.Gigabits = "fast";
        Assert.Equal("link", draft.Missing(false));
    }

    [Fact]
    public void Draft_MakesSitesAndLink()
    {
        var draft = new RelocationDraft { SourceName = " Old ", TargetName = "New", Gigabits = "2.5", Milliseconds = "3", Mtu = "9000" };
        draft.Place(SmallDatacenter.West, "source");
        draft.Place(SmallDatacenter.East, "source");
        draft.Place(SmallDatacenter.East, "target");
        Assert.Equal("Old", draft.Source.Name);
        Assert.Equal([SmallDatacenter.West], draft.Source.Pools);
        Assert.Equal([SmallDatacenter.East], draft.Target.Pools);
        Assert.Equal(2.5e9, draft.Link!.Capacity.BitsPerSecond);
        Assert.Equal((TimeSpan.FromMilliseconds(3), 9000), (draft.Link.Latency, draft.Link.Mtu));
    }

    [Fact]
    public void Draft_OfAPlan_GivesItsLinkBack() => Assert.Equal(SmallPlan.Plan.Link, RelocationDraft.Of(SmallPlan.Plan).Link);
}
