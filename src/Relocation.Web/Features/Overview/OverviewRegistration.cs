namespace Relocation.Web.Features.Overview;

/// <summary>Registers what the overview reads.</summary>
public static class OverviewRegistration
{
    /// <summary>The query, one per page, and what it counts.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) =>
        services.AddSingleton<RefusedConnections>().AddScoped<OverviewQuery>();
}
