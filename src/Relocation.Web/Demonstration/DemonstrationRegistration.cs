namespace Relocation.Web.Demonstration;

/// <summary>Registers the demonstration.</summary>
public static class DemonstrationRegistration
{
    /// <summary>Adds the simulated weather bureau, its connections and its plan.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddSingleton<DemonstrationPlan>();
        services.AddHostedService<DemonstrationHost>();
        return services;
    }
}
