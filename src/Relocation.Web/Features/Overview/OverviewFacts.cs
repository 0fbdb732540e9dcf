using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Overview;

/// <summary>What the overview knows of a relocation besides the inventory.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Runs">Its latest runs, oldest first.</param>
/// <param name="Waves">Its waves.</param>
/// <param name="Blocked">VMs that something stands in the way of.</param>
/// <param name="Unconfirmed">Mappings that are open or only proposed, of those the plan needs.</param>
/// <param name="Refused">Connections that a person must mend.</param>
public sealed record OverviewFacts(
    RelocationPlan Plan, IReadOnlyList<RunJournalState> Runs, IReadOnlyList<WaveLine> Waves, IReadOnlySet<VmId> Blocked, int Unconfirmed, int Refused)
{
    /// <summary>The run that goes on, if any; the newest of several.</summary>
    public RunJournalState? Active => Runs.LastOrDefault(run => !run.Run.State.HasEnded());

    /// <summary>The first wave that can start.</summary>
    public WaveLine? Ready => Waves.FirstOrDefault(line => line.State is Ui.WorkState.Ready);

    /// <summary>The newest move of each VM; <paramref name="live"/> replaces what was read of its run.</summary>
    public IReadOnlyDictionary<VmId, MoveRecord> Moves(RunJournalState? live)
    {
        Dictionary<VmId, MoveRecord> newest = [];
        foreach (var move in Runs.Select(run => run.Run.Id == live?.Run.Id ? live : run).SelectMany(run => run.Moves))
        {
            newest[move.Runbook.Order.Vm] = move;
        }

        return newest;
    }
}
