namespace Relocation.Core.Preflight.Checks;

/// <summary>The disks must fit on the target SR beside those of the moves before: whole on thick SRs, allocated bytes on thin ones; no SR takes a disk that is larger than itself. XAPI does not look, and a full SR fails in the middle.</summary>
internal sealed class SrSpaceCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("sr.no-space", Severity.Blocks, "free-space-or-choose-other-sr", "SR_BACKEND_FAILURE_44");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from entry in context.Space.Of(context, move)
        where entry.Need > entry.Left || entry.Largest > entry.Sr.PhysicalSize.Bytes
        select Kind.About(ObjectRef.To(entry.Sr), move, [], ("sr", entry.Sr.Name), ("needBytes", $"{Math.Max(entry.Need, entry.Largest > entry.Sr.PhysicalSize.Bytes ? entry.Largest : 0)}"), ("leftBytes", $"{Math.Max(0, entry.Left)}"));
}
