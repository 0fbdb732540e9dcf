using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>Part of a capture's changes.</summary>
/// <param name="Total">Changes that match.</param>
/// <param name="Changes">Those asked for, in the order the capture was read.</param>
public sealed record ChangePage(int Total, IReadOnlyList<ObjectChange> Changes);
