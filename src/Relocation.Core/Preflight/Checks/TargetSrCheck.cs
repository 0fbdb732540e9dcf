using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The driver of every SR that receives disks must snapshot and take mirrored writes; VDI_MIRROR implies VDI_MIRROR_IN (xapi_vm_migrate.ml, assert_sr_support_operations).</summary>
internal sealed class TargetSrCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("sr.cannot-receive", Severity.Blocks, "choose-other-sr", "SR_DOES_NOT_SUPPORT_MIGRATION");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from id in move.Disks.Select(disk => context.Mappings.TargetOf(move.Planned, disk)).Distinct()
        let sr = move.Target.Sr(id)
        where sr is not null
        let missing = string.Join(';', StorageSpace.MissingToReceive(sr))
        where missing.Length > 0
        select Kind.About(ObjectRef.To(sr), move, [sr.Uuid, missing], ("sr", sr.Name), ("missing", missing));
}
