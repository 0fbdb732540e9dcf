using Relocation.Core.Hypervisors;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>How a step ended: a closed set.</summary>
internal abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>It was done, and that was observed.</summary>
    public sealed record Succeeded : StepOutcome;

    /// <summary>It was found done.</summary>
    public sealed record Skipped : StepOutcome;

    /// <summary>It failed, for a reason that is known.</summary>
    public sealed record Failed(MoveFailure Failure) : StepOutcome;

    /// <summary>It ended by cancellation, and the VM is where it was.</summary>
    public sealed record Cancelled(IReadOnlyList<Leftover> Leftovers) : StepOutcome;

    /// <summary>Facts do not tell what happened.</summary>
    public sealed record Unknown(MoveFailure Why) : StepOutcome;
}
