using Relocation.Web.Features.Inventory;
using Relocation.Web.Layout;

namespace Relocation.Web.Features.Settings;

/// <summary>Registers what the settings' pages need beyond the actions they share with the API.</summary>
public static class SettingsRegistration
{
    /// <summary>The imports that go on, and the connections' health in the top bar.</summary>
    public static IServiceCollection AddSettingsPages(this IServiceCollection services)
    {
        services.AddSingleton<ImportWork>(provider => provider.GetRequiredService<DatabaseImport>().RunAsync);
        services.AddSingleton<ImportRuns>();
        return services.AddTopBarItem<ConnectionHealth>(30);
    }
}
