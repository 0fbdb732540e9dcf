using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Tests.Ui;

public sealed class GridStateTests
{
    [Fact]
    public void AddTo_ThenParse_GivesTheSameStateBack()
    {
        var state = GridState.Initial.SortedBy("memory").SortedBy("memory").Filter("name", "a&b=c").Toggle("pool", "北京 1").Toggle("pool", "east")
            with
        { Search = "web +1", Columns = ["name", "memory"] };

        var read = GridState.Parse(state.AddTo("https://x/inventory/vms", ""), "");

        Assert.Equal("web +1", read.Search);
        Assert.Equal(("memory", true), (read.Sort, read.Descending));
        Assert.Equal("a&b=c", read.Filters["name"]);
        Assert.Equal(["east", "北京 1"], read.Facets["pool"]);
        Assert.Equal(["name", "memory"], read.Columns);
    }

    [Fact]
    public void AddTo_KeepsWhatIsNotTheGrids_AndReplacesWhatIs()
    {
        var address = GridState.Initial.AddTo("https://x/vms?open=p%2Fu&q=old&f.name=x&in.pool=y&other.q=kept", "");
        Assert.Equal("https://x/vms?open=p%2Fu&other.q=kept", address);
    }

    [Fact]
    public void Parse_NamedGrid_SeesOnlyItsOwn()
    {
        const string address = "https://x/vms?q=one&right.q=two";
        Assert.Equal("one", GridState.Parse(address, "").Search);
        Assert.Equal("two", GridState.Parse(address, "right.").Search);
    }

    [Fact]
    public void SortedBy_GoesUpDownAndBack()
    {
        var up = GridState.Initial.SortedBy("name");
        var down = up.SortedBy("name");
        Assert.Equal([("name", false), ("name", true), ("", false)], new[] { up, down, down.SortedBy("name") }.Select(state => (state.Sort, state.Descending)));
    }

    [Fact]
    public void Toggle_Twice_LeavesNothing() => Assert.False(GridState.Initial.Toggle("pool", "a").Toggle("pool", "a").Narrows);
}
