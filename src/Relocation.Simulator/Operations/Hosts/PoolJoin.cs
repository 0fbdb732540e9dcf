using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Hosts;

/// <summary>What pool.join checks at the joiner, in the order of ocaml/xapi/xapi_pool.ml, pre_join_checks, and the joining itself.</summary>
internal sealed class PoolJoin(SimulatedWorld world, XapiCall call, bool isForced)
{
    private readonly PoolDatabase joiner = call.Database;

    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.AddAsync("pool.join", call => new PoolJoin(world, call, isForced: false).RunAsync());
        registry.AddAsync("pool.join_force", call => new PoolJoin(world, call, isForced: true).RunAsync());
    }

    private async Task RunAsync()
    {
        var target = Find();
        await target.Sessions.LogInAsync(call.Text("master_username"), call.Text("master_password"), "join", call.Origin with { Host = target.Coordinator }).ConfigureAwait(false);
        AssertMay(target.Database);
        JoinRecords.Move(joiner, target.Database);
        call.Pool.ForgetSessionsAndTasks();
    }

    private SimulatedPool Find()
    {
        var address = call.Text("master_address");
        foreach (var pool in world.Pools)
        {
            if (pool.Database.All("host").FirstOrDefault(host => host.Text("address") == address) is { } host)
            {
                return host.Ref == pool.Coordinator.Ref ? pool : throw new XapiException("HOST_IS_SLAVE", pool.Coordinator.Text("address"));
            }
        }
        throw XapiException.Internal("Connection failed: no route to host.");
    }

    private void AssertMay(PoolDatabase target)
    {
        if (joiner.Pool.Bool("ha_enabled") || target.Pool.Bool("ha_enabled"))
        {
            throw new XapiException("HA_IS_ENABLED");
        }
        if (joiner == target)
        {
            throw new XapiException("OPERATION_NOT_ALLOWED", joiner.Count("host") > 1 ? "Host is already part of a pool" : "Host cannot become slave of itself");
        }
        if (joiner.Count("host") > 1)
        {
            throw new XapiException("JOINING_HOST_CANNOT_BE_MASTER_OF_OTHER_HOSTS");
        }
        var host = joiner.Require("host", joiner.Pool.Text("master"));
        AssertQuiet(host);
        AssertVersions(host, target.Require("host", target.Pool.Text("master")));
        if (joiner.All("SR").Any(sr => sr.Bool("shared") && sr.Text("type") != "iso"))
        {
            throw new XapiException("JOINING_HOST_CANNOT_CONTAIN_SHARED_SRS");
        }
        AssertPlainNetwork();
        AssertSamePolicy(host, target.Require("host", target.Pool.Text("master")));
    }

    private void AssertQuiet(XapiObject host)
    {
        var guests = joiner.All("VM").Where(vm => !vm.Bool("is_control_domain")).ToList();
        if (guests.Any(vm => vm.Text("power_state") is "Running" or "Paused"))
        {
            throw new XapiException("JOINING_HOST_CANNOT_HAVE_RUNNING_VMS");
        }
        if (guests.Any(vm => vm.Map("current_operations").Entries.Count > 0))
        {
            throw new XapiException("JOINING_HOST_CANNOT_HAVE_VMS_WITH_CURRENT_OPERATIONS");
        }
        if (host.Texts("pending_guidances").Count > 0)
        {
            throw new XapiException("HOST_PENDING_MANDATORY_GUIDANCE_NOT_EMPTY", host.Ref);
        }
    }

    private void AssertVersions(XapiObject host, XapiObject coordinator)
    {
        var (own, other) = (host.Map("software_version"), coordinator.Map("software_version"));
        if (((string[])["product_brand", "platform_name", "platform_version"]).Any(key => own.FindText(key) != other.FindText(key)))
        {
            throw new XapiException("HOSTS_NOT_COMPATIBLE");
        }
        if (isForced)
        {
            return;
        }
        if (((string[])["product_version", "build_number", "xen"]).Any(key => own.FindText(key) != other.FindText(key)))
        {
            throw new XapiException("HOSTS_NOT_HOMOGENEOUS", "Software version differs");
        }
        if (host.Map("cpu_info").FindText("vendor") != coordinator.Map("cpu_info").FindText("vendor"))
        {
            throw new XapiException("HOSTS_NOT_HOMOGENEOUS", "CPUs differ");
        }
    }

    private void AssertPlainNetwork()
    {
        if (joiner.Count("Bond") > 0)
        {
            throw new XapiException("POOL_JOINING_HOST_HAS_BONDS");
        }
        if (joiner.Count("tunnel") > 0)
        {
            throw new XapiException("POOL_JOINING_HOST_HAS_TUNNELS");
        }
        if (joiner.All("PIF").Any(pif => pif.Number("VLAN") >= 0 && !pif.Bool("management")))
        {
            throw new XapiException("POOL_JOINING_HOST_HAS_NON_MANAGEMENT_VLANS");
        }
    }

    private static void AssertSamePolicy(XapiObject host, XapiObject coordinator)
    {
        if (host.Text("external_auth_type") != coordinator.Text("external_auth_type"))
        {
            throw new XapiException("POOL_JOINING_EXTERNAL_AUTH_MISMATCH");
        }
        if (host.Text("edition") != coordinator.Text("edition"))
        {
            throw new XapiException("LICENSE_HOST_POOL_MISMATCH", $"Edition \"{host.Text("edition")}\" from pool is not known to v6d.");
        }
    }
}
