using Relocation.Web.Access;
using Relocation.Web.Api.Json;
using Scalar.AspNetCore;

namespace Relocation.Web.Api;

/// <summary>Registers and describes the REST API.</summary>
public static class ApiRegistration
{
    /// <summary>What the endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ApiAnswer>().AddScoped<PlanEdit>().AddScoped<RunAsk>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddProblemDetails();
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<BearerScheme>();
        });
        return services;
    }

    /// <summary>The OpenAPI document at `/api/v1/openapi.json`, and a page to read it at `/api/v1/reference`. Both load nothing from other hosts.</summary>
    public static void MapApiDescription(this WebApplication application)
    {
        application.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(nameof(Permission.View));
        application.MapScalarApiReference("/api/v1/reference", options => options
                .WithTitle("Relocation API")
                .WithOpenApiRoutePattern("/api/{documentName}/openapi.json")
                .DisableDefaultFonts())
            .RequireAuthorization(nameof(Permission.View));
    }
}
