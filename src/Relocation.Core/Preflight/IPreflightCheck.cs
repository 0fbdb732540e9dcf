namespace Relocation.Core.Preflight;

/// <summary>One thing that can stand in the way of a move, decided from inventory and plan alone.</summary>
public interface IPreflightCheck
{
    /// <summary>What it finds.</summary>
    FindingKind Kind { get; }

    /// <summary>Its findings for one move; none when all is well. Must be quick: it runs once for every planned VM.</summary>
    IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move);
}
