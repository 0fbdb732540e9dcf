using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>Nothing can carry out a warm move yet.</summary>
internal sealed class WarmMethodCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("move.warm-unsupported", Severity.Blocks, "choose-other-method");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Planned.Method is MoveMethod.Warm ? [Kind.About(move, [])] : [];
}
