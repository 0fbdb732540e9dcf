using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The host must be connected to every target SR of the VM; an unplugged connection is plugged by XAPI.</summary>
internal sealed class HostStorageCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.lacks-storage", Severity.Blocks, "connect-host-to-sr");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        Lacking(context, move, host) is { } sr
            ? Kind.About(ObjectRef.To(host), move, [], ("host", host.Name), ("sr", sr.Name))
            : null;

    private static StorageRepository? Lacking(PreflightContext context, MoveCandidate move, Host host) =>
        move.Disks.Select(disk => context.Mappings.TargetOf(move.Planned, disk)).OfType<SrId>().Distinct()
            .Where(sr => !move.Target.HasConnection(host.Id, sr))
            .Select(sr => move.Target.Sr(sr))
            .FirstOrDefault(sr => sr is not null);
}
