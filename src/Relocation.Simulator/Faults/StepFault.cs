using Relocation.Simulator.World;

namespace Relocation.Simulator.Faults;

/// <summary>A fault that waits for a migration to come to a step.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Step">At which step.</param>
public sealed record StepFault(StepFaultKind Kind, MigrationStep Step)
{
    /// <summary>Only for this disk's step, counted from zero; −1 for any.</summary>
    public int Disk { get; init; } = -1;

    /// <summary>Only for the VM of this uuid; empty for any.</summary>
    public string VmUuid { get; init; } = "";

    /// <summary>How often it happens before it is used up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The error of a failing step: a code and its parameters.</summary>
    public IReadOnlyList<string> Error { get; init; } = ["INTERNAL_ERROR", "Injected fault"];
}
