using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A proposed SR must be confirmed by a person before anything is copied to it.</summary>
internal sealed class StorageMappingUnconfirmedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("mapping.storage.unconfirmed", Severity.Blocks, "confirm-mapping");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from sr in move.Disks.Select(disk => disk.PlacedBy).OfType<SrId>().Distinct()
        let mapping = context.Mappings.Storage(move.Planned.SourcePool, sr, move.Planned.TargetPool)
        where mapping is { Target: not null, Origin: not MappingOrigin.Confirmed }
        let source = move.Source.Sr(sr)
        where source is not null
        select Kind.About(ObjectRef.To(source), move, [], ("sr", source.Name), ("target", move.Target.Sr(mapping.Target)?.Name ?? ""), ("reason", mapping.Reason));
}
