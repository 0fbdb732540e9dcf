namespace Relocation.Core.Preflight.Checks;

/// <summary>The SR did not find a disk when it was last scanned. XAPI does not look at that; if the disk is gone indeed, the copy fails.</summary>
internal sealed class MissingDiskCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.missing", Severity.Warns, "repair-or-forget-disk");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.Vdi.Missing
        select Kind.About(ObjectRef.To(disk.Vdi), move, [], ("disk", disk.Vdi.Name));
}
