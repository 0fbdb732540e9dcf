using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Data.Runs;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Overview;

/// <summary>Reads what the overview shows, for one page: what has ended is kept between readings.</summary>
public sealed class OverviewQuery(PlanStore plans, RunListing listing, RunService runs, CurrentInventory inventory, RefusedConnections refused)
{
    private const int RunsShown = 20;
    private readonly Dictionary<RunId, (long Sequence, RunJournalState State)> ended = [];

    /// <summary>All plans, the one changed last first.</summary>
    public async Task<IReadOnlyList<PlanSummary>> PlansAsync(CancellationToken cancellationToken) =>
        [.. (await plans.ListAsync(cancellationToken)).OrderByDescending(plan => plan.ChangedAt).ThenBy(plan => plan.Id.Value)];

    /// <summary>A relocation; null when there is none of that id.</summary>
    public async Task<OverviewFacts?> LoadAsync(RelocationId relocation, CancellationToken cancellationToken)
    {
        if (await plans.LoadAsync(relocation, cancellationToken) is not { } plan)
        {
            return null;
        }

        var facts = inventory.Set;
        var latest = new List<RunJournalState>();
        foreach (var summary in (await listing.OfRelocationAsync(relocation, 0, RunsShown, cancellationToken)).Reverse())
        {
            if (await RunAsync(summary, cancellationToken) is { } run)
            {
                latest.Add(run);
            }
        }

        var report = PreflightRunner.Run(plan, facts);
        return new OverviewFacts(
            plan,
            latest,
            WaveLine.Of(plan, facts, [.. latest.Select(run => run.Run).Where(run => !run.State.HasEnded())]),
            report.Findings.Where(finding => finding is { Severity: Severity.Blocks, Transient: false, Vm: not null }).Select(finding => finding.Vm!.Value).ToHashSet(),
            Unconfirmed(plan, facts),
            await refused.CountAsync(cancellationToken));
    }

    /// <summary>Mappings that planned VMs need and nobody has confirmed.</summary>
    public static int Unconfirmed(RelocationPlan plan, InventorySet facts)
    {
        var needs = MappingNeeds.Of(plan, facts);
        return plan.Networks.Count(mapping => mapping.Origin is not MappingOrigin.Confirmed && needs.Uses(mapping))
            + plan.Storage.Count(mapping => mapping.Origin is not MappingOrigin.Confirmed && needs.Uses(mapping));
    }

    private async Task<RunJournalState?> RunAsync(RunSummary summary, CancellationToken cancellationToken)
    {
        if (ended.TryGetValue(summary.Run.Id, out var known) && known.Sequence == summary.LastSequence)
        {
            return known.State;
        }

        var state = await runs.LoadAsync(summary.Run.Id, cancellationToken);
        if (state is { } read && read.Run.State.HasEnded())
        {
            ended[summary.Run.Id] = (read.Sequence, read);
        }

        return state;
    }
}
