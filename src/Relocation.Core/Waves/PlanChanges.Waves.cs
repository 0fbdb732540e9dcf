namespace Relocation.Core.Waves;

/// <content>Waves and the groups in them.</content>
public static partial class PlanChanges
{
    /// <summary>Most moves a wave may run at a time.</summary>
    public const int MostParallelMoves = 1000;

    /// <summary>Adds an empty wave at the end.</summary>
    public static PlanChangeResult CreateWave(RelocationPlan plan, WaveId id, string name, int maximumParallelMoves) =>
        plan.Waves.Any(wave => wave.Id == id)
            ? PlanChangeResult.Refuse("wave-exists", ("wave", id.ToString()))
            : WaveNameFault(plan, name, id) ?? ParallelFault(maximumParallelMoves)
                ?? PlanChangeResult.Accept(plan with { Waves = [.. plan.Waves, new Wave(id, name.Trim(), [], maximumParallelMoves)] });

    /// <summary>Renames a wave.</summary>
    public static PlanChangeResult RenameWave(RelocationPlan plan, WaveId id, string name) => EditWave(plan, id, wave =>
        WaveNameFault(plan, name, id) ?? PlanChangeResult.Accept(ReplaceWave(plan, wave with { Name = name.Trim() })));

    /// <summary>Removes a wave; its groups stay in the plan, in no wave.</summary>
    public static PlanChangeResult DeleteWave(RelocationPlan plan, WaveId id) => EditWave(plan, id, _ =>
        PlanChangeResult.Accept(plan with { Waves = [.. plan.Waves.Where(wave => wave.Id != id)] }));

    /// <summary>Moves a wave to a position, from 0.</summary>
    public static PlanChangeResult ReorderWave(RelocationPlan plan, WaveId id, int position) => EditWave(plan, id, wave =>
        PlanChangeResult.Accept(plan with { Waves = Moved(plan.Waves, wave, position) }));

    /// <summary>Limits how many moves of a wave run at a time, from 1.</summary>
    public static PlanChangeResult SetParallelMoves(RelocationPlan plan, WaveId id, int maximumParallelMoves) => EditWave(plan, id, wave =>
        ParallelFault(maximumParallelMoves) ?? PlanChangeResult.Accept(ReplaceWave(plan, wave with { MaximumParallelMoves = maximumParallelMoves })));

    /// <summary>Puts a group at the end of a wave, or with null in no wave. A group is in one wave at most.</summary>
    public static PlanChangeResult AssignGroup(RelocationPlan plan, MoveGroupId group, WaveId? wave) => EditGroup(plan, group, _ =>
    {
        if (wave is { } id && plan.Waves.All(candidate => candidate.Id != id))
        {
            return PlanChangeResult.Refuse("wave-not-found", ("wave", id.ToString()));
        }

        return PlanChangeResult.Accept(plan with
        {
            Waves = [.. plan.Waves.Select(candidate => candidate with
            {
                Groups = [.. candidate.Groups.Where(other => other != group), .. candidate.Id == wave ? [group] : Array.Empty<MoveGroupId>()],
            })],
        });
    });

    private static PlanChangeResult? ParallelFault(int most) => most is < 1 or > MostParallelMoves
        ? PlanChangeResult.Refuse("parallel-moves", ("most", FormattableString.Invariant($"{MostParallelMoves}")))
        : null;

    private static PlanChangeResult? WaveNameFault(RelocationPlan plan, string name, WaveId self) =>
        NameFault(name) ?? (plan.Waves.Any(wave => wave.Id != self && string.Equals(wave.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? PlanChangeResult.Refuse("name-taken", ("name", name.Trim()))
            : null);

    private static PlanChangeResult EditWave(RelocationPlan plan, WaveId id, Func<Wave, PlanChangeResult> edit) =>
        plan.Waves.FirstOrDefault(wave => wave.Id == id) is { } found ? edit(found) : PlanChangeResult.Refuse("wave-not-found", ("wave", id.ToString()));

    private static RelocationPlan ReplaceWave(RelocationPlan plan, Wave changed) =>
        plan with { Waves = [.. plan.Waves.Select(wave => wave.Id == changed.Id ? changed : wave)] };
}
