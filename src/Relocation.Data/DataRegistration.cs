using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relocation.Data.Access;
using Relocation.Data.Audit;
using Relocation.Data.Connections;
using Relocation.Data.Inventory;
using Relocation.Data.Plans;
using Relocation.Data.Runs;
using Relocation.Engine.Journal;

namespace Relocation.Data;

/// <summary>Registers the stores.</summary>
public static class DataRegistration
{
    /// <summary>Adds every store. The database itself comes from <c>UseRelocationSqlite</c> or <c>UseRelocationPostgreSql</c>, and
    /// <see cref="ConnectionStore"/> needs data protection to be registered.</summary>
    public static IServiceCollection AddRelocationData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<InventoryStore>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<RunJournal>();
        services.AddSingleton<IRunJournal>(provider => provider.GetRequiredService<RunJournal>());
        services.AddSingleton<RunListing>();
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<SignInLinkStore>();
        services.AddSingleton<ApiTokenStore>();
        services.AddSingleton<AuditLog>();
        return services;
    }
}
