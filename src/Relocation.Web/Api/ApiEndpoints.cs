using Relocation.Web.Access;

namespace Relocation.Web.Api;

/// <summary>The REST API, version 1.</summary>
public static class ApiEndpoints
{
    /// <summary>Path under which everything lies.</summary>
    public const string Root = "/api/v1";

    /// <summary>Maps all of it. Reading is open to whoever may view; changing needs a bearer token, so that no foreign page can make a signed-in browser do it.</summary>
    public static void MapApi(this IEndpointRouteBuilder application)
    {
        var api = application.MapGroup(Root).RequireAuthorization(nameof(Permission.View)).DisableAntiforgery().AddEndpointFilter(TokenForChanges);
        api.MapGroup("/pools").WithTags("Inventory").MapInventory();
        api.MapGroup("/connections").WithTags("Connections").MapConnections();
        api.MapGroup("/relocations").WithTags("Plans").MapPlans();
        api.MapGroup("/relocations/{relocation:guid}/waves/{wave:guid}").WithTags("Waves").MapWaves();
        api.MapGroup("").WithTags("Accounts").RequireAuthorization(nameof(Permission.Administer)).MapAccounts();
        api.MapGroup("/runs").WithTags("Runs").MapRuns();
    }

    private static async ValueTask<object?> TokenForChanges(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var answer = context.HttpContext.RequestServices.GetRequiredService<ApiAnswer>();
        return HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("Authorization")
            ? await next(context)
            : answer.Refusal(Features.ActionOutcome.Refused("token-required"));
    }
}
