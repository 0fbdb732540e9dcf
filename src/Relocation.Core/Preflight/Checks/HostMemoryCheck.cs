namespace Relocation.Core.Preflight.Checks;

/// <summary>A running VM must be promised its dynamic minimum and overhead at the target, beside the moves placed before it (memory_check.ml).</summary>
internal sealed class HostMemoryCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("host.not-enough-memory", Severity.Blocks, "free-memory-or-choose-other-host", "HOST_NOT_ENOUGH_FREE_MEMORY", Transient: true);

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        var placement = context.Placement.Of(move);
        if (placement.Host is not null || move.Hosts.Count == 0 || !HostMemory.Arrives(move.Vm) || HostMemory.NeedOf(move.Vm) <= placement.BestFree)
        {
            return [];
        }

        var need = $"{HostMemory.NeedOf(move.Vm).Bytes}";
        var free = $"{placement.BestFree.Bytes}";
        return [Kind.About(move, [need, free], ("needBytes", need), ("freeBytes", free), ("hosts", $"{move.Hosts.Count}"))];
    }
}
