namespace Relocation.Core.Waves;

/// <summary>The order in which a plan's VMs are to start: by wave, within it by group, within it as listed; groups in no wave come last.</summary>
public static class PlanOrder
{
    /// <summary>The groups of a wave, or of the whole plan, in order.</summary>
    public static IEnumerable<MoveGroup> GroupsOf(RelocationPlan plan, WaveId? wave = null)
    {
        var groups = plan.Groups.ToDictionary(group => group.Id);
        var waves = wave is { } id ? plan.Waves.Where(candidate => candidate.Id == id) : plan.Waves;
        var scheduled = waves.SelectMany(candidate => candidate.Groups).Distinct().ToList();
        var known = scheduled.Where(groups.ContainsKey).Select(group => groups[group]);
        return wave is null ? known.Concat(plan.Groups.Where(group => !scheduled.Contains(group.Id))) : known;
    }

    /// <summary>The planned VMs of a wave, or of the whole plan, in order.</summary>
    public static IEnumerable<PlannedVm> Of(RelocationPlan plan, WaveId? wave = null) => GroupsOf(plan, wave).SelectMany(group => group.Vms);
}
