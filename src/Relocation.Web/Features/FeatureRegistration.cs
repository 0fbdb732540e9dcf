using Relocation.Core.Hypervisors;
using Relocation.Web.Features.Accounts;
using Relocation.Web.Features.Execution;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Overview;
using Relocation.Web.Features.Preflight;
using Relocation.Web.Features.Reports;
using Relocation.Web.Features.Settings;
using Relocation.Web.Features.Waves;
using Relocation.Xapi.Moves;

namespace Relocation.Web.Features;

/// <summary>Registers what pages and API share.</summary>
public static class FeatureRegistration
{
    /// <summary>The features' actions and queries, the inventory at hand, the pools that are watched, and what the pages need beside.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<CurrentInventory>().AddSingleton<InventoryRefresh>();
        services.AddHostedService(provider => provider.GetRequiredService<InventoryRefresh>());
        services.AddSingleton<PoolFollower>().AddSingleton<PoolWatchers>();
        services.AddHostedService(provider => provider.GetRequiredService<PoolWatchers>());
        services.AddSingleton<PoolEndpoints>();
        services.AddSingleton<IVmMovers>(provider => new XapiMovers(provider.GetRequiredService<PoolEndpoints>().FindAsync, null, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<ConnectionEditing>().AddSingleton<DatabaseImport>().AddSingleton<PoolRemoval>();
        services.AddSingleton<AccountEditing>().AddSingleton<TokenEditing>();
        services.AddSingleton<PlanEditing>().AddSingleton<WaveStart>();
        services.AddSingleton<WaveChecks>().AddSingleton<MovableQuery>();
        services.AddSingleton<RunControl>().AddSingleton<RunReports>();
        return services.AddOverview().AddInventoryPages().AddSettingsPages().AddReadinessPage();
    }
}
