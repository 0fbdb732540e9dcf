using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The driver of every SR that disks leave must snapshot and mirror (xapi_vm_migrate.ml, assert_sr_support_operations).</summary>
internal sealed class SourceSrCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("sr.cannot-send", Severity.Blocks, "move-disk-to-other-sr", "SR_DOES_NOT_SUPPORT_MIGRATION");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from id in move.Disks.Select(disk => disk.Vdi.Sr).Distinct()
        let sr = move.Source.Sr(id)
        where sr is not null
        let missing = string.Join(';', StorageSpace.MissingToSend(sr))
        where missing.Length > 0
        select Kind.About(ObjectRef.To(sr), move, [sr.Uuid, missing], ("sr", sr.Name), ("missing", missing));
}
