using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>Something preflight found. Texts are made from the codes by whoever shows it.</summary>
/// <param name="Code">Stable code, such as `vm.usb-attached`.</param>
/// <param name="Severity">What it means for the move.</param>
/// <param name="Subject">The object it is about.</param>
/// <param name="Parameters">Facts for the text by name, invariant: names, sizes in bytes.</param>
/// <param name="RemedyCode">Stable code of what to do about it; empty when there is nothing to do.</param>
public sealed record Finding(string Code, Severity Severity, ObjectRef Subject, IReadOnlyDictionary<string, string> Parameters, string RemedyCode)
{
    /// <summary>The planned VM it concerns, or null when it concerns the plan as a whole.</summary>
    public VmId? Vm { get; init; }

    /// <summary>The error the pool would answer the send with, uuids in place of references; null where no call would tell.</summary>
    public HypervisorError? Predicts { get; init; }

    /// <summary>True when it may pass by itself (an operation going on, memory in use), so that asking again later is sensible.</summary>
    public bool Transient { get; init; }
}
