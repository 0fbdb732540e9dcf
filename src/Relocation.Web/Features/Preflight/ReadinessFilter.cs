using Relocation.Core.Preflight;

namespace Relocation.Web.Features.Preflight;

/// <summary>What the readiness page is narrowed to; it lives in the page's address.</summary>
/// <param name="Wave">Id of a wave; null or empty for all.</param>
/// <param name="Severity">Name of a severity; null or empty for any.</param>
/// <param name="Check">Code of a check.</param>
/// <param name="Group">Id of a group.</param>
/// <param name="Vm">Uuid of a VM.</param>
/// <param name="Search">Words that must all be in the VM's name, the group's name or the finding's code or title.</param>
public sealed record ReadinessFilter(string? Wave, string? Severity, string? Check, string? Group, string? Vm, string? Search)
{
    /// <summary>Whether it keeps findings back, so that VMs without any are left out.</summary>
    public bool NarrowsFindings => Has(Severity) || Has(Check);

    /// <summary>Whether it keeps anything back.</summary>
    public bool Narrows => NarrowsFindings || Has(Wave) || Has(Group) || Has(Vm) || Has(Search);

    /// <summary>The rows that are left, each with the findings that are left.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="title">Title of a check, for the search.</param>
    public IReadOnlyList<ReadinessRow> Of(IReadOnlyList<ReadinessRow> rows, Func<string, string> title) =>
    [
        .. from row in rows
           where (!Has(Wave) || row.Wave?.Id.ToString() == Wave) && (!Has(Group) || row.Group.Id.ToString() == Group) && (!Has(Vm) || row.Planned.Vm.Uuid == Vm)
           let findings = row.Findings.Where(finding => (!Has(Severity) || finding.Severity.ToString() == Severity) && (!Has(Check) || finding.Code == Check)).ToList()
           where (!NarrowsFindings || findings.Count > 0) && Holds(row, findings, title)
           select row with { Findings = findings },
    ];

    private static bool Has(string? value) => !string.IsNullOrEmpty(value);

    private bool Holds(ReadinessRow row, List<Finding> findings, Func<string, string> title)
    {
        string[] texts = [row.Name, row.Group.Name, .. findings.SelectMany(finding => new[] { finding.Code, title(finding.Code) })];
        return (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase)));
    }
}
