namespace Relocation.Core.Waves;

/// <summary>How a VM moves.</summary>
public enum MoveMethod
{
    /// <summary>Running, with its disks mirrored.</summary>
    Live,

    /// <summary>Running while disks are seeded, stopped for the last delta.</summary>
    Warm,

    /// <summary>Stopped.</summary>
    Cold,
}
