using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Relocation.Core.Inventory;
using Relocation.Data.Inventory;
using Relocation.Web.Access;
using Relocation.Web.Features;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Api;

/// <summary>Inventory over the API.</summary>
internal static class InventoryEndpoints
{
    public static void MapInventory(this RouteGroupBuilder pools)
    {
        pools.MapGet("/", (InventoryStore store, CancellationToken ct) => store.PoolsAsync(ct));
        pools.MapPost("/import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(DatabaseImport.LargestFile));
        pools.MapGet("/{pool}", (string pool, CurrentInventory inventory, ApiAnswer answer) => Of(pool, inventory, answer, snapshot => snapshot));
        pools.MapGet("/{pool}/hosts", (string pool, CurrentInventory inventory, ApiAnswer answer) => Of(pool, inventory, answer, snapshot => snapshot.Hosts));
        pools.MapGet("/{pool}/srs", (string pool, CurrentInventory inventory, ApiAnswer answer) => Of(pool, inventory, answer, snapshot => snapshot.StorageRepositories));
        pools.MapGet("/{pool}/networks", (string pool, CurrentInventory inventory, ApiAnswer answer) => Of(pool, inventory, answer, snapshot => snapshot.Networks));
        pools.MapGet("/{pool}/vms", (string pool, CurrentInventory inventory, ApiAnswer answer, VmKind? kind) =>
            Of(pool, inventory, answer, snapshot => snapshot.Vms.Where(vm => kind is null || vm.Kind == kind)));
        pools.MapGet("/{pool}/captures", (string pool, InventoryStore store, CancellationToken ct, int skip = 0, int take = 100) =>
            store.CapturesAsync(new PoolId(pool), Math.Max(0, skip), Math.Clamp(take, 1, 500), ct));
        pools.MapGet("/captures/{capture:long}/changes", ChangesAsync);
        pools.MapDelete("/{pool}", async (string pool, PoolRemoval removal, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            answer.Of(await removal.RunAsync(Actor.Of(context.User), new PoolId(pool), ct)));
    }

    private static Results<Ok<T>, ProblemHttpResult> Of<T>(string pool, CurrentInventory inventory, ApiAnswer answer, Func<InventorySnapshot, T> part) =>
        inventory.Set[new PoolId(pool)] is { } view
            ? TypedResults.Ok(part(view.Snapshot))
            : answer.Refusal(ActionOutcome.Refused("pool-not-found", ("pool", pool)));

    private static async Task<Results<Ok<CaptureResult>, ProblemHttpResult>> ImportAsync(
        HttpContext context, DatabaseImport import, ApiAnswer answer, string name = "upload.xml")
    {
        var result = await import.RunAsync(Actor.Of(context.User), context.Request.Body, name, null, context.RequestAborted);
        return answer.Of(result.Outcome, result.Capture);
    }

    private static Task<ChangePage> ChangesAsync(
        long capture, InventoryStore store, ChangeKind? kind, string? @class, string? text, int skip = 0, int take = 100, CancellationToken cancellationToken = default) =>
        store.ChangesAsync(new CaptureId(capture), new ChangeFilter { Kind = kind, Class = @class, Text = text }, Math.Max(0, skip), Math.Clamp(take, 1, 1000), cancellationToken);
}
