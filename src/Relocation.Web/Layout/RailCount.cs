namespace Relocation.Web.Layout;

/// <summary>A feature's small count beside its entry in the rail, shown while something there needs attention.</summary>
/// <param name="Entry">Name of the <see cref="RailEntry"/>.</param>
/// <param name="Component">A component without parameters that renders the count, or nothing.</param>
public sealed record RailCount(string Entry, Type Component);
