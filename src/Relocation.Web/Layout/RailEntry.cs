using Microsoft.AspNetCore.Components;
using Microsoft.FluentUI.AspNetCore.Components;
using Icons = Microsoft.FluentUI.AspNetCore.Components.Icons;

namespace Relocation.Web.Layout;

/// <summary>A stage of the work in the left rail.</summary>
/// <param name="Name">Key of its text.</param>
/// <param name="Href">Address without leading slash; the page with exactly this route must exist for the entry to show.</param>
/// <param name="Icon">Its picture.</param>
public sealed record RailEntry(string Name, string Href, Icon Icon)
{
    private static readonly RailEntry[] Planned =
    [
        new("Overview", "", new Icons.Regular.Size20.Board()),
        new("Inventory", "inventory", new Icons.Regular.Size20.Server()),
        new("Networks", "networks", new Icons.Regular.Size20.VirtualNetwork()),
        new("Storage", "storage", new Icons.Regular.Size20.Storage()),
        new("Build", "build", new Icons.Regular.Size20.Toolbox()),
        new("Groups", "groups", new Icons.Regular.Size20.Group()),
        new("Waves", "waves", new Icons.Regular.Size20.CalendarLtr()),
        new("Readiness", "readiness", new Icons.Regular.Size20.TaskListSquareLtr()),
        new("Run", "runs", new Icons.Regular.Size20.Play()),
        new("Reports", "reports", new Icons.Regular.Size20.DocumentData()),
        new("Settings", "settings", new Icons.Regular.Size20.Settings()),
    ];

    /// <summary>In the order of the work, those whose page is part of this build.</summary>
    public static IReadOnlyList<RailEntry> Built { get; } = With(Routes());

    /// <summary>The entries whose address is among the routes.</summary>
    public static IReadOnlyList<RailEntry> With(IReadOnlySet<string> routes) => [.. Planned.Where(entry => routes.Contains("/" + entry.Href))];

    private static HashSet<string> Routes() => typeof(RailEntry).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
        .Select(route => route.Template)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
