using Relocation.Core.Hypervisors;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>How a sending ended: a closed set.</summary>
internal abstract record MigrationEnd
{
    private MigrationEnd()
    {
    }

    /// <summary>The VM is in the target pool alone and at rest.</summary>
    public sealed record Arrived : MigrationEnd;

    /// <summary>The VM is where it was, for a reason that is known.</summary>
    /// <param name="Failure">The reason.</param>
    /// <param name="MayPass">Nothing had begun and the reason passes by itself.</param>
    public sealed record Refused(MoveFailure Failure, bool MayPass) : MigrationEnd;

    /// <summary>The VM is where it was, as was asked for.</summary>
    public sealed record Cancelled(IReadOnlyList<Leftover> Leftovers) : MigrationEnd;

    /// <summary>The facts show that the sending never began.</summary>
    public sealed record NeverSent : MigrationEnd;

    /// <summary>The facts do not tell.</summary>
    public sealed record Unclear(MoveFailure Why) : MigrationEnd;
}
