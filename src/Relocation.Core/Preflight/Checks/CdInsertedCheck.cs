namespace Relocation.Core.Preflight.Checks;

/// <summary>XAPI ejects CDs as it moves a VM.</summary>
internal sealed class CdInsertedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.cd-inserted", Severity.Informs, "eject-cd");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Source.VbdsOf(move.Vm.Id).FirstOrDefault(vbd => vbd is { Type: "CD", Empty: false, Vdi: not null }) is { } drive
            ? [Kind.About(move, [], ("disc", move.Source.Vdi(drive.Vdi)?.Name ?? ""))]
            : [];
}
