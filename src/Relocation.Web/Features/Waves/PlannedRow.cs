using Relocation.Core.Estimation;
using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Core.Waves;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Waves;

/// <summary>A planned VM as the waves' page shows it.</summary>
/// <param name="Planned">What is planned.</param>
/// <param name="Vm">Its record, at the target once it has moved; null when it is in neither pool.</param>
/// <param name="Name">Its name, or its uuid.</param>
/// <param name="SourceHost">Host it runs on; empty when it does not run there.</param>
/// <param name="TargetHost">Host that receives it, as planned or else as it would be chosen now; empty while none would.</param>
/// <param name="Memory">Memory a live move copies; what it would take otherwise.</param>
/// <param name="Disks">Sum of the disk sizes its guest sees.</param>
/// <param name="Forecast">What is predicted of its move; null while it cannot run or is in no wave.</param>
/// <param name="Findings">What preflight found.</param>
public sealed record PlannedRow(
    PlannedVm Planned, Vm? Vm, string Name, string SourceHost, string TargetHost, ByteSize Memory, ByteSize Disks, MoveForecast? Forecast, IReadOnlyList<Finding> Findings)
{
    /// <summary>It is at the target already.</summary>
    public bool Moved => Findings.Any(finding => finding.Code == "vm.moved");

    /// <summary>What stands in its way.</summary>
    public IEnumerable<Finding> Blocking => Findings.Where(finding => finding.Severity is Severity.Blocks);

    /// <summary>Where its move stands.</summary>
    public WorkState State => Moved ? WorkState.Done : Blocking.Any() ? WorkState.Blocked : WorkState.Ready;
}
