namespace Relocation.Simulator.Demonstration;

/// <summary>A VM to be made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Application">The application it belongs to.</param>
/// <param name="Vcpus">Virtual processors.</param>
/// <param name="MemoryGibibytes">Memory.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Disks">Its disks.</param>
public sealed record VmBlueprint(string Name, string Application, int Vcpus, double MemoryGibibytes, string Network, IReadOnlyList<DiskBlueprint> Disks)
{
    /// <summary>Its description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The name of its host; empty for one that does not run.</summary>
    public string Host { get; init; } = "";

    /// <summary>A second network, or empty.</summary>
    public string SecondNetwork { get; init; } = "";

    /// <summary>Whether it runs Windows.</summary>
    public bool IsWindows { get; init; }

    /// <summary>Whether guest tools run in it.</summary>
    public bool HasTools { get; init; } = true;

    /// <summary>Whether an operation on moving is blocked, and why; empty for no.</summary>
    public string BlockedBecause { get; init; } = "";

    /// <summary>Names of its snapshots, the oldest first.</summary>
    public IReadOnlyList<string> Snapshots { get; init; } = [];

    /// <summary>Who owns it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Whether it is a template instead of a VM.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether the guest has booted with features that only its old hosts have.</summary>
    public bool NeedsOldCpu { get; init; }

    /// <summary>How hard it writes to its memory, as a factor of what its size suggests.</summary>
    public double Busy { get; init; } = 1;
}
