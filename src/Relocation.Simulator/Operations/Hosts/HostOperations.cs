using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Hosts;

/// <summary>The calls of hosts.</summary>
internal static class HostOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.Add("host.disable", call => call.Database.Set(call.Row("host"), "enabled", false));
        registry.Add("host.enable", call => call.Database.Set(call.Row("host"), "enabled", true));
        registry.AddAsync("host.evacuate", call => EvacuateAsync(world, call));
        registry.Add("host.get_vms_which_prevent_evacuation", Preventing);
        registry.Add("host.compute_free_memory", call => HostMemory.Free(call.Database, call.Row("host")));
        registry.Add("host.compute_memory_overhead", call => call.Row("host").Number("memory_overhead"));
        registry.Add("host.get_servertime", call => call.Clock.Now);
        registry.Add("host.get_server_localtime", call => call.Clock.Now);
    }

    private static async Task EvacuateAsync(SimulatedWorld world, XapiCall call)
    {
        var host = call.Row("host");
        foreach (var vm in Guests(call.Database, host))
        {
            var target = Targets(call.Database, vm, host).FirstOrDefault() ?? throw new XapiException("HOST_NOT_ENOUGH_FREE_MEMORY", "0", "0");
            await new PoolMoveCall(world, call).RunAsync(vm, target, new Dictionary<string, string>()).ConfigureAwait(false);
        }
    }

    private static XapiMap Preventing(XapiCall call)
    {
        var host = call.Row("self");
        var reasons = new List<KeyValuePair<string, XapiValue>>();
        foreach (var vm in Guests(call.Database, host))
        {
            var refusal = VmLifecycle.Refusal(call.Database, vm, "pool_migrate");
            if (refusal is null && !Targets(call.Database, vm, host).Any())
            {
                refusal = new XapiException("NO_HOSTS_AVAILABLE");
            }
            if (refusal is not null)
            {
                reasons.Add(KeyValuePair.Create(vm.Ref, (XapiValue)XapiSet.OfTexts(refusal.Description)));
            }
        }
        return new XapiMap(reasons);
    }

    private static List<XapiObject> Guests(PoolDatabase database, XapiObject host) =>
        [.. database.All("VM").Where(vm => vm.Text("resident_on") == host.Ref && !vm.Bool("is_control_domain")).OrderBy(vm => vm.Uuid, StringComparer.Ordinal)];

    private static IEnumerable<XapiObject> Targets(PoolDatabase database, XapiObject vm, XapiObject not) =>
        database.All("host").Where(host => host.Ref != not.Ref && BootChecks.Refusal(database, vm, host) is null)
            .OrderByDescending(host => HostMemory.Free(database, host)).ThenBy(host => host.Uuid, StringComparer.Ordinal);
}
