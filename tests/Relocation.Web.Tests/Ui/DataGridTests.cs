using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Tests.Ui;

[UseCulture("en")]
public sealed class DataGridTests : IDisposable
{
    private static readonly string[] Names = ["delta", "alpha", "charlie", "bravo"];

    private static readonly GridColumn<string>[] Columns =
    [
        new() { Key = "name", Title = "Name", Text = row => row },
        new() { Key = "length", Title = "Length", Text = row => $"{row.Length}", Number = row => row.Length, Facet = true },
        new() { Key = "first", Title = "First", Text = row => row[..1], HiddenAtFirst = true },
    ];

    private readonly BunitContext context = InterfaceContext.Create();

    public void Dispose() => context.Dispose();

    [Fact]
    public void Head_Clicked_SortsAndPutsItIntoTheAddress()
    {
        var grid = Render();
        grid.FindAll(".grid-sort")[0].Click();
        Assert.Equal(["alpha", "bravo", "charlie", "delta"], Rows(grid));
        Assert.EndsWith("?sort=name", Address, StringComparison.Ordinal);
        Assert.Equal("ascending", grid.FindAll("[role=columnheader]")[0].GetAttribute("aria-sort"));
    }

    [Fact]
    public void Address_WithState_IsShownAtOnce_AndFollowed()
    {
        Navigation.NavigateTo("/list?q=a&sort=-name&in.length=5");
        var grid = Render();
        Assert.Equal(["delta", "bravo", "alpha"], Rows(grid));
        Navigation.NavigateTo("/list?q=char");
        grid.WaitForAssertion(() => Assert.Equal(["charlie"], Rows(grid)));
    }

    [Fact]
    public void Search_Typed_NarrowsAndIsCleared()
    {
        var grid = Render();
        grid.Find(".grid-search").Input("LT");
        Assert.Equal(["delta"], Rows(grid));
        grid.Find(".grid-search").Input("zz");
        Assert.Contains("No row matches", grid.Find(".empty").TextContent, StringComparison.Ordinal);
        grid.Find(".empty button").Click();
        Assert.Equal(4, Rows(grid).Count);
    }

    [Fact]
    public void Filter_OfANumberColumn_Compares()
    {
        var grid = Render();
        grid.Find("[aria-pressed]").Click();
        grid.FindAll(".grid-filters input")[1].Change(">5");
        Assert.Equal(["charlie"], Rows(grid));
        Assert.Contains("f.length=%3E5", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_MoveOpenAndSelect()
    {
        var opened = new List<string>();
        IReadOnlyList<string> selected = [];
        var grid = Render(builder => builder.Add(part => part.Selectable, true).Add(part => part.OnOpen, opened.Add).Add(part => part.OnSelect, rows => selected = rows));
        Press(grid, "ArrowDown", "ArrowDown", "Enter", " ", "End", " ", "ArrowDown", "Enter", "Home", "Enter");
        Assert.Equal(["alpha", "bravo", "delta"], opened);
        Assert.Equal(["alpha", "bravo"], selected);
        Press(grid, " ", " ");
        Assert.Equal(["alpha", "bravo"], selected);
    }

    [Fact]
    public void SelectAll_TakesOnlyTheRowsShown()
    {
        IReadOnlyList<string> selected = [];
        Navigation.NavigateTo("/list?q=a&in.length=7");
        var grid = Render(builder => builder.Add(part => part.Selectable, true).Add(part => part.OnSelect, rows => selected = rows));
        grid.Find("[role=columnheader] input").Change(true);
        Assert.Equal(["charlie"], selected);
    }

    [Fact]
    public void Columns_Chosen_AreShownAndKeptInTheAddress()
    {
        var grid = Render();
        grid.FindAll(".menu-check input")[2].Change(true);
        Assert.Equal(["Name", "Length", "First"], grid.FindAll(".grid-sort").Select(head => head.TextContent));
        Assert.Contains("cols=name%2Clength%2Cfirst", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_SavesExactlyWhatIsShown()
    {
        Navigation.NavigateTo("/list?q=e&sort=name&cols=name");
        var grid = Render();
        grid.FindAll(".grid-bar button")[^1].Click();
        var call = context.JSInterop.VerifyInvoke("relocation.save");
        Assert.Equal(["Things.csv", "text/csv;charset=utf-8", "\ufeffName\r\ncharlie\r\ndelta\r\n"], call.Arguments.Cast<string>());
    }

    private NavigationManager Navigation => context.Services.GetRequiredService<NavigationManager>();

    private string Address => Navigation.Uri;

    private IRenderedComponent<DataGrid<string>> Render(Action<ComponentParameterCollectionBuilder<DataGrid<string>>>? more = null) => context.Render<DataGrid<string>>(builder =>
    {
        builder.Add(part => part.Items, Names).Add(part => part.Columns, Columns).Add(part => part.KeyOf, row => row).Add(part => part.Label, "Things");
        more?.Invoke(builder);
    });

    private static void Press(IRenderedComponent<DataGrid<string>> grid, params string[] keys)
    {
        foreach (var key in keys)
        {
            grid.Find(".grid-body").KeyDown(new KeyboardEventArgs { Key = key });
        }
    }

    private static List<string> Rows(IRenderedComponent<DataGrid<string>> grid) =>
        [.. grid.FindAll("[role=row][id] ").Select(row => row.QuerySelector(".grid-cell")!.TextContent.Trim())];
}
