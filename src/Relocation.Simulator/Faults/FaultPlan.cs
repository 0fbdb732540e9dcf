using Relocation.Simulator.World;

namespace Relocation.Simulator.Faults;

/// <summary>The faults that wait for migrations to come to their steps. The timeline's gate guards its use by migrations.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<(StepFault Fault, int Left)> waiting = [];

    /// <summary>The faults not yet used up.</summary>
    public IReadOnlyList<StepFault> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. waiting.Select(item => item.Fault)];
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    public void Add(StepFault fault)
    {
        lock (gate)
        {
            waiting.Add((fault, fault.Times));
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    /// <summary>The fault for a step, counted as used; null for none.</summary>
    internal StepFault? Take(MigrationStep step, int disk, string vm)
    {
        lock (gate)
        {
            var at = waiting.FindIndex(item =>
                item.Fault.Step == step && (item.Fault.Disk < 0 || item.Fault.Disk == disk) && (item.Fault.VmUuid.Length == 0 || item.Fault.VmUuid == vm));
            if (at < 0)
            {
                return null;
            }
            var (fault, left) = waiting[at];
            if (left > 1)
            {
                waiting[at] = (fault, left - 1);
            }
            else
            {
                waiting.RemoveAt(at);
            }
            return fault;
        }
    }
}
