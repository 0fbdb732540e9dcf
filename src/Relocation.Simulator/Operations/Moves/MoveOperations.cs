using Relocation.Simulator.Checks;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>The calls that move VMs.</summary>
internal static class MoveOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.Add("host.migrate_receive", Receive);
        registry.Add("VM.assert_can_migrate", call => world.Engine.Do(() => AssertCanMigrate(world, call)));
        registry.AddAsync("VM.migrate_send", call => new MoveCall(world, call).RunAsync());
        registry.AddAsync("VM.pool_migrate", call => new PoolMoveCall(world, call).RunAsync());
    }

    private static void AssertCanMigrate(SimulatedWorld world, XapiCall call)
    {
        var request = MoveCall.RequestOf(call);
        MigrationChecks.Assert(request, () => MoveCall.FindDestination(world, request.Token).Database);
    }

    private static XapiMap Receive(XapiCall call)
    {
        if (call.Database.Pool.Map("restrictions").FindText("restrict_storage_xen_motion") == "true")
        {
            throw new XapiException("LICENCE_RESTRICTION", "Storage_motion");
        }
        var network = call.Row("network");
        var pif = VmParts.Rows(call.Database, "PIF", network.Texts("PIFs")).FirstOrDefault(item => item.Text("host") == call.Text("host"))
            ?? throw new XapiException("HOST_CANNOT_ATTACH_NETWORK", call.Text("host"), network.Ref);
        var host = call.Row("host");
        if (pif.Text("IP").Length == 0)
        {
            throw new XapiException(pif.Text("ip_configuration_mode") == "None" ? "PIF_HAS_NO_NETWORK_CONFIGURATION" : "INTERFACE_HAS_NO_IP", pif.Ref);
        }
        var session = call.Pool.Sessions.Open(call.Session?.Text("auth_user_name") ?? "", "migration", host.Ref);
        var address = pif.Text("IP");
        return XapiMap.OfTexts(
        [
            KeyValuePair.Create("SM", $"http://{address}/services/SM?session_id={session}"),
            KeyValuePair.Create("host", host.Ref),
            KeyValuePair.Create("xenops", $"http://{address}/services/xenops?session_id={session}"),
            KeyValuePair.Create("session_id", session),
            KeyValuePair.Create("master", $"http://{call.Pool.Coordinator.Text("address")}"),
        ]);
    }
}
