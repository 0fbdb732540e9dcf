namespace Relocation.Web.Layout;

/// <summary>What a feature puts into the top bar: the relocation switcher (10), site times (20), connection health (30) ….</summary>
/// <param name="Order">Position from the left.</param>
/// <param name="Component">A component without parameters.</param>
public sealed record TopBarItem(int Order, Type Component);
