using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>All findings of one preflight.</summary>
public sealed class PreflightReport
{
    private readonly ILookup<VmId, Finding> byVm;

    /// <summary>Gathers findings that are already in order.</summary>
    public PreflightReport(IReadOnlyList<Finding> findings)
    {
        Findings = findings;
        byVm = findings.Where(finding => finding.Vm is not null).ToLookup(finding => finding.Vm!.Value);
    }

    /// <summary>The findings: VMs in the order of the plan, within a VM what blocks first, then by code and object.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Findings of one planned VM.</summary>
    public IEnumerable<Finding> Of(VmId vm) => byVm[vm];

    /// <summary>True when something stands in the way of the VM's move.</summary>
    public bool Blocks(VmId vm) => byVm[vm].Any(finding => finding.Severity is Severity.Blocks);
}
