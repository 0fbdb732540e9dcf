using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>Runs every check over every planned VM and collects all findings; the first obstacle hides none of the others. Linear in the number of VMs.</summary>
public static class PreflightRunner
{
    /// <summary>Looks at the whole plan, or at one wave.</summary>
    public static PreflightReport Run(RelocationPlan plan, InventorySet inventory, WaveId? wave = null) => Run(new PreflightContext(plan, inventory, wave));

    /// <summary>Looks at the moves of a context.</summary>
    public static PreflightReport Run(PreflightContext context)
    {
        var moves = context.Moves.GroupBy(move => move.Planned.Vm).ToDictionary(group => group.Key, group => group.First());
        var findings = new List<Finding>();
        foreach (var planned in context.Planned)
        {
            if (!moves.TryGetValue(planned.Vm, out var move))
            {
                findings.Add(AbsentMoves.Find(context.Inventory, planned));
                continue;
            }

            findings.AddRange(PreflightCatalogue.Checks.SelectMany(check => check.Find(context, move))
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject.Class, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject.Uuid, StringComparer.Ordinal));
        }

        return new PreflightReport(findings);
    }
}
