namespace Relocation.Core.Preflight.Checks;

/// <summary>Every SR with disks of the VM, its snapshots or suspend images needs a target (xapi_vm_migrate.ml, VDI_NOT_IN_MAP).</summary>
internal sealed class StorageMappingOpenCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.storage.open", Severity.Blocks, "choose-sr", "VDI_NOT_IN_MAP");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disks in move.Disks.Where(disk => disk.PlacedBy is not null).GroupBy(disk => disk.PlacedBy!.Value)
        let mapping = context.Mappings.Storage(move.Planned.SourcePool, disks.Key, move.Planned.TargetPool)
        where mapping?.Target is null
        let sr = move.Source.Sr(disks.Key)
        let subject = sr is null ? new ObjectRef(move.Planned.SourcePool, "SR", disks.Key.Uuid, "") : ObjectRef.To(sr)
        select Kind.About(subject, move, [disks.First().Vdi.Uuid], ("sr", subject.Name), ("reason", mapping?.Reason ?? ""));
}
