using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>A pool whose inventory is stored.</summary>
/// <param name="Id">The pool.</param>
/// <param name="Name">Its name; the coordinator's where it has none.</param>
/// <param name="ProductVersion">Release of the coordinator; empty when unknown.</param>
/// <param name="Source">Where the last capture came from.</param>
/// <param name="Revision">Revision of its inventory.</param>
/// <param name="CapturedAt">When its facts were last true: the last capture or batch of events.</param>
/// <param name="ObjectCount">Objects stored.</param>
public sealed record StoredPool(
    PoolId Id, string Name, string ProductVersion, CaptureSource Source, long Revision, DateTimeOffset CapturedAt, int ObjectCount);
