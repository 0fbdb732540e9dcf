using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;

namespace Relocation.Core.Reports;

/// <summary>The report of readiness: what stands in the way of which VM, and where networks and SRs go.</summary>
public static class ReadinessReport
{
    /// <summary>Builds the report of a plan as it is looked at now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inventory">Present facts, for names.</param>
    /// <param name="report">What preflight found.</param>
    /// <param name="at">When it was looked at.</param>
    public static ReportDocument Build(RelocationPlan plan, InventorySet inventory, PreflightReport report, DateTimeOffset at)
    {
        var vms = PlanOrder.Of(plan).ToList();
        return new ReportDocument("report.readiness", plan.Name, [Summary(plan, report, vms, at), Findings(inventory, report, vms), Mappings(plan, inventory)]);
    }

    private static ReportSection Summary(RelocationPlan plan, PreflightReport report, List<PlannedVm> vms, DateTimeOffset at) => new(
        "section.summary",
        [
            new("fact.relocation", ReportCell.Of(plan.Name)),
            new("fact.plan-revision", ReportCell.Count((int)plan.Revision)),
            new("fact.looked-at", ReportCell.Instant(at)),
            new("fact.vms", ReportCell.Count(vms.Count)),
            new("fact.vms-ready", ReportCell.Count(vms.Count(planned => !report.Blocks(planned.Vm)))),
            new("fact.vms-blocked", ReportCell.Count(vms.Count(planned => report.Blocks(planned.Vm)))),
        ],
        [
            new ReportTable(
                "table.findings-by-code",
                ["column.code", "column.severity", "column.vms"],
                [.. report.Findings.GroupBy(finding => (finding.Code, finding.Severity)).OrderByDescending(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
                    .Select(group => (IReadOnlyList<ReportCell>)
                        [ReportCell.Key($"finding.{group.Key.Code}"), ReportCell.State($"severity.{group.Key.Severity}"), ReportCell.Count(group.Select(finding => finding.Vm).Distinct().Count())])]),
        ]);

    private static ReportSection Findings(InventorySet inventory, PreflightReport report, List<PlannedVm> vms)
    {
        var names = vms.ToDictionary(planned => planned.Vm, planned => inventory[planned.SourcePool]?.Vm(planned.Vm)?.Name ?? planned.Vm.Uuid);
        return new ReportSection(
            "section.findings",
            [],
            [
                new ReportTable(
                    "table.findings",
                    ["column.vm", "column.severity", "column.finding", "column.object", "column.remedy", "column.predicts"],
                    [.. report.Findings.Select(finding => (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(finding.Vm is { } vm ? names.GetValueOrDefault(vm, vm.Uuid) : ""),
                        ReportCell.State($"severity.{finding.Severity}"),
                        ReportCell.Key($"finding.{finding.Code}"),
                        ReportCell.Of($"{finding.Subject.Class} {(finding.Subject.Name.Length > 0 ? finding.Subject.Name : finding.Subject.Uuid)}"),
                        finding.RemedyCode.Length > 0 ? ReportCell.Key($"remedy.{finding.RemedyCode}") : ReportCell.Empty,
                        ReportCell.Of(finding.Predicts?.ToString() ?? ""),
                    ])]),
            ]);
    }

    private static ReportSection Mappings(RelocationPlan plan, InventorySet inventory) => new(
        "section.mappings",
        [],
        [
            new ReportTable(
                "table.networks",
                ["column.source", "column.target", "column.origin", "column.reason"],
                [.. plan.Networks.Select(mapping => Row(
                    inventory[mapping.SourcePool]?.Network(mapping.Source)?.Name ?? mapping.Source.Uuid,
                    mapping.Target is { } target ? inventory[mapping.TargetPool]?.Network(target)?.Name ?? target.Uuid : "",
                    mapping.Origin,
                    mapping.Reason))]),
            new ReportTable(
                "table.storage",
                ["column.source", "column.target", "column.origin", "column.reason"],
                [.. plan.Storage.Select(mapping => Row(
                    inventory[mapping.SourcePool]?.Sr(mapping.Source)?.Name ?? mapping.Source.Uuid,
                    mapping.Target is { } target ? inventory[mapping.TargetPool]?.Sr(target)?.Name ?? target.Uuid : "",
                    mapping.Origin,
                    mapping.Reason))]),
        ]);

    private static IReadOnlyList<ReportCell> Row(string source, string target, MappingOrigin origin, string reason) =>
    [
        ReportCell.Of(source),
        ReportCell.Of(target),
        ReportCell.State($"mapping.{origin}"),
        reason.Length > 0 ? ReportCell.Key($"mapping-reason.{reason}") : ReportCell.Empty,
    ];
}
