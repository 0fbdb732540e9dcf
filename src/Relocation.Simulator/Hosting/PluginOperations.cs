using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Hosting;

/// <summary>Plugins of hosts: the simulated ones have none (ocaml/xapi/xapi_plugins.ml).</summary>
internal static class PluginOperations
{
    public static void Register(OperationRegistry registry) => registry.Add("host.call_plugin", Refuse);

    private static void Refuse(XapiCall call)
    {
        _ = call.Row("host");
        throw new XapiException("XENAPI_MISSING_PLUGIN", call.Text("plugin"));
    }
}
