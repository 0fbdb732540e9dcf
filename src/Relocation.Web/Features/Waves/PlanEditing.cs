using Relocation.Core.Inventory;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Data.Audit;
using Relocation.Data.Plans;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Waves;

/// <summary>Creates, edits and removes plans for pages and API alike: checks the role, applies the edit, proposes what mappings the edit calls
/// for, stores a revision and writes the audit log.</summary>
public sealed class PlanEditing(PlanStore plans, CurrentInventory inventory, AuditLog audit)
{
    /// <summary>Begins a relocation.</summary>
    public async Task<PlanOutcome> CreateAsync(Actor actor, string name, Site source, Site target, TransferLink link, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Plan))
        {
            return new PlanOutcome(null, ActionOutcome.Forbidden);
        }

        var result = PlanChanges.Create(new RelocationId(Guid.NewGuid()), name, source, target, link);
        if (result.Plan is not { } plan)
        {
            return Refusal(result);
        }

        var stored = await plans.CreateAsync(plan, actor.Name, "plan.create", cancellationToken);
        await NoteAsync(actor, "plan.create", stored.Id, cancellationToken);
        return new PlanOutcome(stored, ActionOutcome.Success);
    }

    /// <summary>Edits a plan.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">The plan.</param>
    /// <param name="revision">The revision the edit was made on; null edits whatever is newest.</param>
    /// <param name="action">Stable code for history and audit log, such as `plan.add-vms`.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    public async Task<PlanOutcome> EditAsync(
        Actor actor, RelocationId id, long? revision, string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Plan))
        {
            return new PlanOutcome(null, ActionOutcome.Forbidden);
        }

        if (await plans.LoadAsync(id, cancellationToken) is not { } plan)
        {
            return PlanOutcome.Refused("relocation-not-found", ("relocation", id.ToString()));
        }

        if (revision is { } expected && expected != plan.Revision)
        {
            return Stale(plan.Revision);
        }

        var facts = inventory.Set;
        var result = edit(plan, facts);
        if (result.Plan is not { } edited)
        {
            return Refusal(result);
        }

        try
        {
            var stored = await plans.SaveAsync(MappingProposer.Propose(edited, facts), plan.Revision, actor.Name, action, cancellationToken);
            await NoteAsync(actor, action, id, cancellationToken);
            return new PlanOutcome(stored, ActionOutcome.Success);
        }
        catch (StalePlanException)
        {
            return Stale(plan.Revision + 1);
        }
    }

    /// <summary>Removes a plan with its history; its runs and their reports stay.</summary>
    public async Task<ActionOutcome> DeleteAsync(Actor actor, RelocationId id, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Plan))
        {
            return ActionOutcome.Forbidden;
        }

        if (!await plans.DeleteAsync(id, cancellationToken))
        {
            return ActionOutcome.Refused("relocation-not-found", ("relocation", id.ToString()));
        }

        await NoteAsync(actor, "plan.delete", id, cancellationToken);
        return ActionOutcome.Success;
    }

    private static PlanOutcome Refusal(PlanChangeResult result) => new(null, new ActionOutcome(false, result.Code, result.Parameters));

    private static PlanOutcome Stale(long revision) =>
        PlanOutcome.Refused("plan-changed-meanwhile", ("revision", FormattableString.Invariant($"{revision}")));

    private Task<AuditEntry> NoteAsync(Actor actor, string action, RelocationId id, CancellationToken cancellationToken) =>
        audit.AppendAsync(actor.Name, action, ("relocation", id.ToString()), "done", new Dictionary<string, string>(), cancellationToken);
}
