using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Relocation.Web.Ui.Grid;

/// <summary>The grid's state, selection and keys; its rows come from the page and are already in memory.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed partial class DataGrid<TRow> : IDisposable
{
    private const int RowHeight = 32;
    private const int PageOfRows = 20;
    private const int CheckWidth = 32;
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private GridState state = GridState.Initial;
    private string stateOf = "";
    private IReadOnlyList<TRow> itemsOf = [];
    private IReadOnlyList<GridColumn<TRow>> columnsOf = [];
    private IReadOnlyList<GridColumn<TRow>> shown = [];
    private IReadOnlyList<TRow> rows = [];
    private List<GridRow<TRow>> indexed = [];
    private int active = -1;
    private bool filtering;

    /// <summary>All rows.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Items { get; set; }

    /// <summary>All columns, shown or not.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<GridColumn<TRow>> Columns { get; set; }

    /// <summary>A row's key, unique within the grid and stable.</summary>
    [Parameter, EditorRequired]
    public required Func<TRow, string> KeyOf { get; set; }

    /// <summary>What is listed; spoken, and the name of the CSV file.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Tells grids of one page apart in the address; empty for the only one.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Key of the row whose details are open.</summary>
    [Parameter]
    public string? OpenKey { get; set; }

    /// <summary>A row was opened by Enter or click.</summary>
    [Parameter]
    public EventCallback<TRow> OnOpen { get; set; }

    /// <summary>Rows can be selected.</summary>
    [Parameter]
    public bool Selectable { get; set; }

    /// <summary>The selection changed; rows in the order of the list.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<TRow>> OnSelect { get; set; }

    /// <summary>Actions on the selected rows.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyList<TRow>>? Bulk { get; set; }

    /// <summary>Shown when there is no row at all: why, and the next step.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    private string Id => $"grid-{Name}";

    private IReadOnlyList<TRow> Selection => [.. Items.Where(row => selected.Contains(KeyOf(row)))];

    // Rows are laid out one by one, so the tracks must not depend on what a row holds.
    private string Tracks => (Selectable ? $"{CheckWidth}px " : "")
        + string.Join(' ', shown.Select(column => column.Grow > 0 ? string.Create(CultureInfo.InvariantCulture, $"minmax({column.Width}px, {column.Grow}fr)") : $"{column.Width}px"))
        + (shown.Any(column => column.Grow > 0) ? "" : " 1fr");

    private int LeastWidth => (Selectable ? CheckWidth : 0) + shown.Sum(column => column.Width);

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (stateOf != Navigation.Uri || !ReferenceEquals(itemsOf, Items) || !ReferenceEquals(columnsOf, Columns))
        {
            Refresh(GridState.Parse(Navigation.Uri, Name));
        }
    }

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= Follow;

    private static string Typed(ChangeEventArgs change) => change.Value?.ToString() ?? "";

    private static string Align(GridColumn<TRow> column) => column.Number is null ? "" : "grid-number";

    private void Follow(object? sender, LocationChangedEventArgs change) => InvokeAsync(() =>
    {
        if (stateOf != Navigation.Uri)
        {
            Refresh(GridState.Parse(Navigation.Uri, Name));
            StateHasChanged();
        }
    });

    private void Refresh(GridState next)
    {
        var activeKey = active >= 0 && active < rows.Count ? KeyOf(rows[active]) : null;
        (state, stateOf, itemsOf, columnsOf) = (next, Navigation.Uri, Items, Columns);
        shown = GridQuery.Columns(Columns, state);
        rows = GridQuery.Rows(Items, Columns, state);
        indexed = [.. rows.Select((row, index) => new GridRow<TRow>(index, row))];
        active = activeKey is null ? -1 : indexed.FindIndex(item => KeyOf(item.Row) == activeKey);
    }

    private void Change(GridState next)
    {
        Refresh(next);
        Navigation.NavigateTo(next.AddTo(Navigation.Uri, Name), replace: true);
    }

    private void ChooseColumn(GridColumn<TRow> column)
    {
        var keys = shown.Contains(column) ? shown.Where(other => other != column) : shown.Append(column);
        Change(state with { Columns = [.. keys.Select(other => other.Key)] });
    }

    private string? Sorting(GridColumn<TRow> column) => state.Sort != column.Key ? "none" : state.Descending ? "descending" : "ascending";

    private string RowId(TRow row) => $"{Id}-{KeyOf(row).Replace('/', '_')}";

    private string RowClass(GridRow<TRow> item) =>
        (item.Index == active ? "grid-active " : "") + (KeyOf(item.Row) == OpenKey ? "grid-open " : "") + (selected.Contains(KeyOf(item.Row)) ? "grid-picked" : "");

    private async Task PressAsync(int index)
    {
        active = index;
        await OnOpen.InvokeAsync(rows[index]);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        var before = active;
        switch (key.Key)
        {
            case "ArrowDown": active++; break;
            case "ArrowUp": active--; break;
            case "PageDown": active += PageOfRows; break;
            case "PageUp": active -= PageOfRows; break;
            case "Home": active = 0; break;
            case "End": active = rows.Count - 1; break;
            case "Enter" when active >= 0 && active < rows.Count: await OnOpen.InvokeAsync(rows[active]); return;
            case " " when Selectable && active >= 0 && active < rows.Count: await ToggleAsync(rows[active]); return;
            default: return;
        }

        active = rows.Count == 0 ? -1 : Math.Clamp(active, 0, rows.Count - 1);
        if (active != before)
        {
            await Browser.InvokeVoidAsync("relocation.showRow", Id, active, RowHeight);
        }
    }

    private Task ToggleAsync(TRow row)
    {
        var key = KeyOf(row);
        return SelectAsync(selected.Contains(key) ? selected.Where(other => other != key) : selected.Append(key));
    }

    private Task SelectAllAsync(ChangeEventArgs change) => SelectAsync(change.Value is true ? selected.Union(rows.Select(KeyOf)) : selected.Except(rows.Select(KeyOf)));

    private async Task SelectAsync(IEnumerable<string> keys)
    {
        var next = keys.ToList();
        selected.Clear();
        selected.UnionWith(next);
        await OnSelect.InvokeAsync(Selection);
    }

    private async Task ExportAsync() => await Browser.InvokeVoidAsync("relocation.save", Label + ".csv", "text/csv;charset=utf-8", Csv.Of(rows, shown));
}
