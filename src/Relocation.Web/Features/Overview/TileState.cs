namespace Relocation.Web.Features.Overview;

/// <summary>Where a VM is on its way.</summary>
public enum TileState
{
    /// <summary>It belongs to no plan shown.</summary>
    Resident,

    /// <summary>Planned, and nothing stands in its way.</summary>
    Planned,

    /// <summary>Planned, but something stands in its way.</summary>
    Blocked,

    /// <summary>Being moved now.</summary>
    Moving,

    /// <summary>Arrived at the target.</summary>
    Moved,

    /// <summary>Its last move failed.</summary>
    Failed,

    /// <summary>The outcome of its last move is unknown.</summary>
    Unknown,
}
