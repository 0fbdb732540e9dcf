namespace Relocation.Simulator.Faults;

/// <summary>What happens at a migration's step.</summary>
public enum StepFaultKind
{
    /// <summary>The step fails with an error; the toolstack cleans up as it does.</summary>
    Fail,

    /// <summary>The step does not go on until it is released.</summary>
    Stall,

    /// <summary>The source pool's coordinator restarts its toolstack: what runs there dies and leaves what it made.</summary>
    RestartSource,

    /// <summary>The destination pool's coordinator restarts its toolstack.</summary>
    RestartDestination,

    /// <summary>The sending host loses power.</summary>
    CrashSourceHost,

    /// <summary>The receiving host loses power.</summary>
    CrashDestinationHost,
}
