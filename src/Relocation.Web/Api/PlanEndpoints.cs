using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Web.Access;
using Relocation.Web.Features.Preflight;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Api;

/// <summary>Plans over the API. Every edit may name the revision it was made on; a newer one in between refuses it with 409.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder plans)
    {
        plans.MapGet("/", (PlanStore store, CancellationToken ct) => store.ListAsync(ct));
        plans.MapPost("/", CreateAsync);
        plans.MapGet("/{relocation:guid}", FindAsync);
        plans.MapDelete("/{relocation:guid}", async (Guid relocation, PlanEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            answer.Of(await editing.DeleteAsync(Actor.Of(context.User), new RelocationId(relocation), ct)));
        plans.MapGet("/{relocation:guid}/history", (Guid relocation, PlanStore store, CancellationToken ct, int skip = 0, int take = 100) =>
            store.HistoryAsync(new RelocationId(relocation), Math.Max(0, skip), Math.Clamp(take, 1, 500), ct));
        plans.MapGet("/{relocation:guid}/movable", MovableAsync);
        plans.MapPut("/{relocation:guid}/link", (Guid relocation, LinkBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.set-link", (plan, _) => PlanChanges.SetLink(plan, body.ToLink())));
        plans.MapPost("/{relocation:guid}/groups", (Guid relocation, GroupBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.create-group", (plan, facts) => CreateGroup(plan, body, facts)));
        plans.MapDelete("/{relocation:guid}/groups/{group:guid}", (Guid relocation, Guid group, PlanEdit edit) =>
            edit.RunAsync(relocation, null, "plan.delete-group", (plan, _) => PlanChanges.DeleteGroup(plan, new MoveGroupId(group))));
        plans.MapPost("/{relocation:guid}/groups/{group:guid}/vms", (Guid relocation, Guid group, VmsBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.add-vms", (plan, facts) => PlanChanges.AddVms(plan, new MoveGroupId(group), body.Vms, facts)));
        plans.MapDelete("/{relocation:guid}/vms/{vm}", (Guid relocation, string vm, PlanEdit edit) =>
            edit.RunAsync(relocation, null, "plan.remove-vms", (plan, _) => PlanChanges.RemoveVms(plan, [new VmId(vm)])));
        plans.MapPost("/{relocation:guid}/waves", (Guid relocation, WaveBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.create-wave", (plan, _) => CreateWave(plan, body)));
        plans.MapDelete("/{relocation:guid}/waves/{wave:guid}", (Guid relocation, Guid wave, PlanEdit edit) =>
            edit.RunAsync(relocation, null, "plan.delete-wave", (plan, _) => PlanChanges.DeleteWave(plan, new WaveId(wave))));
        plans.MapPut("/{relocation:guid}/mappings/networks", (Guid relocation, NetworkMappingBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.set-network", (plan, facts) => PlanChanges.SetNetwork(plan, body.SourcePool, body.Source, body.TargetPool, body.Target, facts)));
        plans.MapPut("/{relocation:guid}/mappings/storage", (Guid relocation, StorageMappingBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.set-storage", (plan, facts) => PlanChanges.SetStorage(plan, body.SourcePool, body.Source, body.TargetPool, body.Target, facts)));
        plans.MapPost("/{relocation:guid}/mappings/confirm", (Guid relocation, RevisionBody body, PlanEdit edit) =>
            edit.RunAsync(relocation, body.Revision, "plan.confirm-mappings", (plan, _) => PlanChanges.ConfirmProposals(plan)));
    }

    private static async Task<Results<Created<RelocationPlan>, ProblemHttpResult>> CreateAsync(
        RelocationBody body, PlanEditing editing, HttpContext context, ApiAnswer answer, CancellationToken cancellationToken)
    {
        var result = await editing.CreateAsync(Actor.Of(context.User), body.Name, body.SourceSite, body.TargetSite, body.Link.ToLink(), cancellationToken);
        return result.Plan is { } plan ? TypedResults.Created($"{ApiEndpoints.Root}/relocations/{plan.Id}", plan) : answer.Refusal(result.Outcome);
    }

    private static async Task<Results<Ok<RelocationPlan>, ProblemHttpResult>> FindAsync(Guid relocation, PlanStore store, ApiAnswer answer, CancellationToken cancellationToken) =>
        await store.LoadAsync(new RelocationId(relocation), cancellationToken) is { } plan
            ? TypedResults.Ok(plan)
            : answer.Refusal(Features.ActionOutcome.Refused("relocation-not-found", ("relocation", relocation.ToString())));

    private static async Task<Results<Ok<IReadOnlyList<MovableVm>>, ProblemHttpResult>> MovableAsync(
        Guid relocation, string source, string target, PlanStore store, MovableQuery query, ApiAnswer answer, CancellationToken cancellationToken) =>
        await store.LoadAsync(new RelocationId(relocation), cancellationToken) is { } plan
            ? TypedResults.Ok(query.Run(plan, new PoolId(source), new PoolId(target)))
            : answer.Refusal(Features.ActionOutcome.Refused("relocation-not-found", ("relocation", relocation.ToString())));

    private static PlanChangeResult CreateGroup(RelocationPlan plan, GroupBody body, InventorySet facts)
    {
        var id = new MoveGroupId(Guid.NewGuid());
        return PlanChanges.CreateGroup(plan, id, body.Name).Then(created => PlanChanges.AddVms(created, id, body.Vms, facts));
    }

    private static PlanChangeResult CreateWave(RelocationPlan plan, WaveBody body)
    {
        var id = new WaveId(Guid.NewGuid());
        return body.Groups.Aggregate(
            PlanChanges.CreateWave(plan, id, body.Name, body.MaximumParallelMoves),
            (result, group) => result.Then(created => PlanChanges.AssignGroup(created, group, id)));
    }

    internal sealed record LinkBody(double CapacityMegabitsPerSecond, double LatencyMilliseconds, int Mtu, long? Revision = null)
    {
        public TransferLink ToLink() => new(BitRate.FromMegabits(CapacityMegabitsPerSecond), TimeSpan.FromMilliseconds(LatencyMilliseconds), Mtu);
    }

    internal sealed record RelocationBody(string Name, Site SourceSite, Site TargetSite, LinkBody Link);

    internal sealed record RevisionBody(long? Revision = null);

    internal sealed record GroupBody(string Name, IReadOnlyList<PlannedVm> Vms, long? Revision = null);

    internal sealed record VmsBody(IReadOnlyList<PlannedVm> Vms, long? Revision = null);

    internal sealed record WaveBody(string Name, IReadOnlyList<MoveGroupId> Groups, int MaximumParallelMoves, long? Revision = null);

    internal sealed record NetworkMappingBody(PoolId SourcePool, NetworkId Source, PoolId TargetPool, NetworkId Target, long? Revision = null);

    internal sealed record StorageMappingBody(PoolId SourcePool, SrId Source, PoolId TargetPool, SrId Target, long? Revision = null);
}
