using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>What an import stored.</summary>
/// <param name="Capture">The capture with its counts.</param>
/// <param name="FirstChanges">The first changes, for showing at once; all of them are read with <see cref="InventoryStore.ChangesAsync"/>.</param>
public sealed record CaptureResult(Capture Capture, IReadOnlyList<ObjectChange> FirstChanges);
