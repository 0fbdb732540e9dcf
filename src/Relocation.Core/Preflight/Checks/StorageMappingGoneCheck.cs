using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The chosen SR is no longer in the target pool.</summary>
internal sealed class StorageMappingGoneCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.storage.gone", Severity.Blocks, "choose-sr", "HANDLE_INVALID");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from sr in move.Disks.Select(disk => disk.PlacedBy).OfType<SrId>().Distinct()
        let target = context.Mappings.Storage(move.Planned.SourcePool, sr, move.Planned.TargetPool)?.Target
        where target is not null && move.Target.Sr(target) is null
        select Kind.About(new ObjectRef(move.Planned.TargetPool, "SR", target.Value.Uuid, ""), move, ["SR", target.Value.Uuid], ("sr", move.Source.Sr(sr)?.Name ?? ""));
}
