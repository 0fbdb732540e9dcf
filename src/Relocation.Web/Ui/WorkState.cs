namespace Relocation.Web.Ui;

/// <summary>The states work can be in, everywhere in the interface. Each has an icon, a word and a colour.</summary>
public enum WorkState
{
    /// <summary>It is intended, nothing stands in its way yet or was checked.</summary>
    Planned,

    /// <summary>Checked; it may start.</summary>
    Ready,

    /// <summary>Something must be mended before it can start.</summary>
    Blocked,

    /// <summary>It is going on.</summary>
    Running,

    /// <summary>It waits for a person.</summary>
    Paused,

    /// <summary>It ended well, as observed.</summary>
    Done,

    /// <summary>It ended badly.</summary>
    Failed,

    /// <summary>The facts do not tell.</summary>
    Unknown,

    /// <summary>It was stopped on request.</summary>
    Cancelled,
}
