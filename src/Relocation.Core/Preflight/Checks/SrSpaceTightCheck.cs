using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>While a disk arrives on a thin SR its base and its newest writes lie side by side, so that twice its bytes may be taken for a time; and a disk may grow to its whole size.</summary>
internal sealed class SrSpaceTightCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("sr.space-tight", Severity.Warns, "free-space-or-choose-other-sr");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from entry in context.Space.Of(context, move)
        where entry.Need <= entry.Left && entry.Largest <= entry.Sr.PhysicalSize.Bytes && !StorageSpace.IsThick(entry.Sr)
        && (2 * entry.Need > entry.Left || entry.Virtual > entry.Left)
        select Kind.About(ObjectRef.To(entry.Sr), move, [], ("sr", entry.Sr.Name), ("needBytes", $"{entry.Need}"), ("leftBytes", $"{entry.Left}"));
}
