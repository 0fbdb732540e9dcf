namespace Relocation.Core.Preflight.Checks;

/// <summary>A disk that tracks changed blocks does not change SRs (xapi_vm_migrate.ml); switching it off breaks incremental backups.</summary>
internal sealed class ChangedBlockTrackingCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.changed-block-tracking", Severity.Blocks, "disable-cbt", "VDI_CBT_ENABLED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.Vdi.CbtEnabled
        select Kind.About(ObjectRef.To(disk.Vdi), move, [disk.Vdi.Uuid], ("disk", disk.Vdi.Name));
}
