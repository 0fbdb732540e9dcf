using Relocation.Web.Layout;

namespace Relocation.Web.Features.Preflight;

/// <summary>Registers what the readiness page needs beyond the actions it shares with the API.</summary>
public static class PreflightRegistration
{
    /// <summary>The count of blocked VMs beside the rail's entry.</summary>
    public static IServiceCollection AddReadinessPage(this IServiceCollection services) => services.AddRailCount<BlockedCount>("Readiness");
}
