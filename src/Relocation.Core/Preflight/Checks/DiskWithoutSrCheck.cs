namespace Relocation.Core.Preflight.Checks;

/// <summary>A disk whose SR is unknown in the source pool cannot be mapped.</summary>
internal sealed class DiskWithoutSrCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.without-sr", Severity.Blocks, "repair-or-forget-disk", "VDI_NOT_IN_MAP");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.PlacedBy is null
        select Kind.About(ObjectRef.To(disk.Vdi), move, [disk.Vdi.Uuid], ("disk", disk.Vdi.Name));
}
