namespace Relocation.Core.Estimation;

/// <summary>What a term of a forecast stands for.</summary>
public enum ForecastTermKind
{
    /// <summary>Work before the first byte.</summary>
    Prepare,

    /// <summary>Copy of one disk.</summary>
    DiskCopy,

    /// <summary>Writes of the guest sent along while disks are mirrored.</summary>
    MirroredWrites,

    /// <summary>Memory copied while the guest runs.</summary>
    MemoryRounds,

    /// <summary>The pause: last pass and hand-over.</summary>
    Downtime,

    /// <summary>Clean-up after it runs at the target.</summary>
    Finish,
}
