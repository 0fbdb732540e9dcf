using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Sessions;

/// <summary>The calls of the class session (ocaml/xapi/xapi_session.ml).</summary>
internal static class SessionOperations
{
    public static void Register(OperationRegistry registry)
    {
        registry.AddAsync("session.login_with_password", LogInAsync);
        registry.AddAsync("session.slave_local_login_with_password", LogInLocallyAsync);
        registry.Add("session.logout", call => call.Pool.Sessions.Close(call.Session!));
        registry.Add("session.local_logout", call => call.Pool.Sessions.Close(call.Session!));
        registry.Add("session.get_all_subject_identifiers", _ => XapiSet.Empty);
    }

    private static async Task<XapiValue> LogInAsync(XapiCall call)
    {
        if (call.Origin.Host.Ref != call.Pool.Coordinator.Ref)
        {
            throw new XapiException("HOST_IS_SLAVE", call.Pool.CoordinatorAddress);
        }
        return await call.Pool.Sessions.LogInAsync(call.Text("uname"), call.Text("pwd"), call.Text("originator"), call.Origin).ConfigureAwait(false);
    }

    private static async Task<XapiValue> LogInLocallyAsync(XapiCall call) =>
        await call.Pool.Sessions.LogInAsync(call.Text("uname"), call.Text("pwd"), "", call.Origin).ConfigureAwait(false);
}
