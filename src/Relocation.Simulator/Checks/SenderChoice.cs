using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>Which host sends a VM that is on none (ocaml/xapi/message_forwarding.ml, VM.migrate_send).</summary>
internal static class SenderChoice
{
    /// <summary>The host the VM is on; else the first that could run it, else the first that sees its stores. Hosts are tried coordinator first, then by uuid.</summary>
    /// <exception cref="XapiException">NO_HOSTS_AVAILABLE: there is none.</exception>
    public static XapiObject Choose(MigrationRequest request)
    {
        var database = request.Source;
        if (database.Find("host", request.Vm.Text("resident_on")) is { } residence)
        {
            return residence;
        }
        var master = database.Pool.Text("master");
        var hosts = database.All("host").Where(host => host.Bool("enabled"))
            .OrderByDescending(host => host.Ref == master).ThenBy(host => host.Uuid, StringComparer.Ordinal).ToList();
        return hosts.FirstOrDefault(host => BootChecks.Refusal(database, request.Vm, host) is null)
            ?? hosts.FirstOrDefault(host => !request.IsIntraPool && Sees(database, request.Vm, host))
            ?? throw new XapiException("NO_HOSTS_AVAILABLE");
    }

    private static bool Sees(PoolDatabase database, XapiObject vm, XapiObject host) =>
        BootChecks.StoresNeeded(database, vm).All(sr => VmParts.HostsSeeing(database, sr).Contains(host.Ref));
}
