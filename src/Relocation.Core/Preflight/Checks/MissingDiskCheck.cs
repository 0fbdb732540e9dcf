namespace Relocation.Core.Preflight.Checks;

/// <summary>The SR no longer finds a disk that should travel; the copy would fail.</summary>
internal sealed class MissingDiskCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.missing", Severity.Blocks, "repair-or-forget-disk");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.Vdi.Missing
        select Kind.About(ObjectRef.To(disk.Vdi), move, [], ("disk", disk.Vdi.Name));
}
