namespace Relocation.Core.Preflight.Checks;

/// <summary>XAPI takes no VM whose MAC seed an unrelated VM of the target pool has (import.ml).</summary>
internal sealed class MacSeedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.mac-seed-taken", Severity.Blocks, "destroy-or-reseed-clone", "DUPLICATE_MAC_SEED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.OtherConfig.TryGetValue("mac_seed", out var seed)
        && context.WithMacSeed(move.Target, seed).FirstOrDefault(other => other.Id != move.Vm.Id) is { } other
            ? [Kind.About(move, [seed], ("other", other.Name), ("otherUuid", other.Uuid))]
            : [];
}
