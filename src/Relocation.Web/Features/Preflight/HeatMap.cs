using Relocation.Core.Preflight;
using Relocation.Core.Waves;

namespace Relocation.Web.Features.Preflight;

/// <summary>Groups × checks: how many VMs of each group each check speaks about.</summary>
/// <param name="Checks">Codes of the checks that found anything: what blocks first, then by how many VMs.</param>
/// <param name="Groups">Groups with any finding, in order of the plan.</param>
public sealed record HeatMap(IReadOnlyList<(string Code, Severity Severity)> Checks, IReadOnlyList<(MoveGroup Group, IReadOnlyDictionary<string, int> Vms)> Groups)
{
    /// <summary>The map of the rows.</summary>
    public static HeatMap Of(IReadOnlyList<ReadinessRow> rows)
    {
        var checks = rows.SelectMany(row => row.Findings.Select(finding => (finding.Code, finding.Severity, row.Planned.Vm)).Distinct())
            .GroupBy(finding => (finding.Code, finding.Severity))
            .OrderByDescending(check => check.Key.Severity).ThenByDescending(check => check.Count()).ThenBy(check => check.Key.Code, StringComparer.Ordinal)
            .Select(check => check.Key);
        var groups = from row in rows
                     group row by row.Group.Id into members
                     let counts = members.SelectMany(row => row.Findings.Select(finding => finding.Code).Distinct()).CountBy(code => code).ToDictionary()
                     where counts.Count > 0
                     select (members.First().Group, (IReadOnlyDictionary<string, int>)counts);
        return new HeatMap([.. checks], [.. groups]);
    }
}
