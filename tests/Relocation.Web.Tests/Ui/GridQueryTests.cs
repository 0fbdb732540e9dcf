using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Tests.Ui;

[UseCulture("en")]
public sealed class GridQueryTests
{
    private static readonly Server[] Servers = [new("web-2", "east", 8), new("db", "west", 64), new("Web-1", "east", null), new("mail", "east", 8)];

    private static readonly GridColumn<Server>[] Columns =
    [
        new() { Key = "name", Title = "Name", Text = row => row.Name },
        new() { Key = "pool", Title = "Pool", Text = row => row.Pool, Facet = true },
        new() { Key = "memory", Title = "Memory", Text = row => $"{row.Memory}", Number = row => row.Memory, HiddenAtFirst = true },
    ];

    [Fact]
    public void Rows_SortedByText_IgnoresCase() =>
        Assert.Equal(["db", "mail", "Web-1", "web-2"], Names(GridState.Initial.SortedBy("name")));

    [Theory]
    [InlineData(false, new[] { "web-2", "mail", "db", "Web-1" })]
    [InlineData(true, new[] { "db", "web-2", "mail", "Web-1" })]
    public void Rows_SortedByNumber_AbsentLast_TiesAsTheyCame(bool descending, string[] names) =>
        Assert.Equal(names, Names(GridState.Initial with { Sort = "memory", Descending = descending }));

    [Fact]
    public void Rows_SearchedByTwoWords_HoldBothAnywhere() => Assert.Equal(["web-2", "Web-1"], Names(GridState.Initial with { Search = "EAST web" }));

    [Fact]
    public void Rows_FacetAndFilter_BothHold() => Assert.Equal(["web-2", "mail"], Names(GridState.Initial.Toggle("pool", "east").Filter("memory", ">4")));

    [Fact]
    public void Rows_UnknownColumnsInTheAddress_AreIgnored() =>
        Assert.Equal(4, Names(GridState.Initial.Filter("gone", "x").Toggle("lost", "y").SortedBy("none")).Count);

    [Fact]
    public void FacetValues_CountWithoutTheFacetItself_ChosenStayEvenAtZero()
    {
        var values = GridQuery.FacetValues(Servers, Columns, GridState.Initial.Toggle("pool", "west").Toggle("pool", "north"), Columns[1]);
        Assert.Equal([new FacetValue("east", 3, false), new FacetValue("west", 1, true), new FacetValue("north", 0, true)], values);
    }

    [Fact]
    public void Columns_DefaultOrChosen_NeverNone()
    {
        Assert.Equal(["name", "pool"], GridQuery.Columns(Columns, GridState.Initial).Select(column => column.Key));
        Assert.Equal(["memory"], GridQuery.Columns(Columns, GridState.Initial with { Columns = ["memory"] }).Select(column => column.Key));
        Assert.Equal(["name", "pool"], GridQuery.Columns(Columns, GridState.Initial with { Columns = ["gone"] }).Select(column => column.Key));
    }

    private static List<string> Names(GridState state) => [.. GridQuery.Rows(Servers, Columns, state).Select(server => server.Name)];

    private sealed record Server(string Name, string Pool, double? Memory);
}
