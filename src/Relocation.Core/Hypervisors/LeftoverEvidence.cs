namespace Relocation.Core.Hypervisors;

/// <summary>Stable codes of <see cref="Leftover.Evidence"/>: why an object is held to be a leftover. Texts are made where they are shown.</summary>
public static class LeftoverEvidence
{
    /// <summary>A disk in the target pool that says it mirrors a disk of the move and hangs on no VM.</summary>
    public const string MirrorTarget = "mirror-target";

    /// <summary>A snapshot in the source pool that a mirror of the move was copied from.</summary>
    public const string MirrorSnapshot = "mirror-snapshot";

    /// <summary>A disk in the target pool, on the planned SR and on no VM, with name and size of a disk of the move. Weaker than a mirror's own mark: it may have been there before.</summary>
    public const string SameNameUnattached = "same-name-unattached";

    /// <summary>The same VM in both pools, not running here while no task works on it.</summary>
    public const string DuplicateVm = "duplicate-vm";

    /// <summary>A disk of the move still in the source pool though its VM has left.</summary>
    public const string SourceDisk = "source-disk";

    /// <summary>A `maps_to` key that a send left in an object's other_config.</summary>
    public const string MapsToKey = "maps-to-key";

    /// <summary>The VM says that it is being migrated, or scheduled to a host, by a task that no longer exists.</summary>
    public const string StuckOperation = "stuck-operation";
}
