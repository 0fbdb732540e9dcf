using Microsoft.Extensions.DependencyInjection.Extensions;
using Relocation.Web.Layout;

namespace Relocation.Web.Features.Inventory;

/// <summary>Registers what the inventory's pages need.</summary>
public static class InventoryRegistration
{
    /// <summary>The current inventory (unless registered already) and the search in it.</summary>
    public static IServiceCollection AddInventoryPages(this IServiceCollection services)
    {
        services.TryAddSingleton<CurrentInventory>();
        services.AddScoped<ISearchSource, InventorySearch>();
        return services;
    }
}
