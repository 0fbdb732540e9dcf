using Relocation.Core.Waves;

namespace Relocation.Web.Features.Preflight;

/// <summary>What we say of a VM beside what its pools say.</summary>
/// <param name="Row">The VM with our findings.</param>
/// <param name="Verdict">The pools' answer; null when nothing could be asked, as target, network or storage is open.</param>
public sealed record PoolAnswer(ReadinessRow Row, PoolVerdict? Verdict)
{
    /// <summary>The pools were asked and answered.</summary>
    public bool Asked => Verdict is { NotAsked.Length: 0 };

    /// <summary>Both sides say the same; null while there is no answer.</summary>
    public bool? Agrees => Asked ? Verdict!.Accepted != Row.Blocked : null;

    /// <summary>The VMs of a wave that are still to move, in order, each with its answer.</summary>
    public static IReadOnlyList<PoolAnswer> Of(IReadOnlyList<ReadinessRow> rows, WaveId wave, IReadOnlyList<PoolVerdict> verdicts)
    {
        var byVm = verdicts.ToDictionary(verdict => verdict.Vm);
        return [.. rows.Where(row => row.Wave?.Id == wave && !row.Moved).Select(row => new PoolAnswer(row, byVm.GetValueOrDefault(row.Planned.Vm)))];
    }
}
