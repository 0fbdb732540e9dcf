namespace Relocation.Core.Estimation;

/// <summary>Stable codes of what a forecast had to assume.</summary>
public static class ForecastAssumptions
{
    /// <summary>The guest's rate of dirtying memory is not known.</summary>
    public const string DirtyRatePrior = "dirty-rate-prior";

    /// <summary>The guest's rate of writing to disks is not known.</summary>
    public const string WriteRatePrior = "write-rate-prior";

    /// <summary>What one stream carries has not been measured on this path.</summary>
    public const string StreamRatePrior = "stream-rate-prior";

    /// <summary>Fixed costs of a move have not been measured on these pools.</summary>
    public const string OverheadPrior = "overhead-prior";

    /// <summary>The intervals come from a general spread, not from measured moves.</summary>
    public const string SpreadPrior = "spread-prior";

    /// <summary>A thick SR does not tell how much of a disk is in use: its whole size is counted.</summary>
    public const string ThickAllocation = "thick-allocation-as-virtual";

    /// <summary>The guest writes to its disks as fast as the copy runs: the copy may never end.</summary>
    public const string MirrorCannotKeepUp = "mirror-cannot-keep-up";

    /// <summary>The VM does not run when it moves: it has no pause of its own.</summary>
    public const string StoppedBeforeMove = "stopped-before-move";
}
