using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Http;
using Relocation.Simulator.Protocol;

namespace Relocation.Simulator.Hosting;

/// <summary>What one host of a pool answers to each request (ocaml/libs/http-lib/http_svr.ml, ocaml/idl/datamodel.ml, http actions).</summary>
internal sealed class PoolRouter(SimulatedPool pool, XapiObject host, ControlRoutes control)
{
    private readonly RpcEndpoint rpc = new(pool);

    /// <exception cref="ConnectionDroppedException">A fault cuts the connection.</exception>
    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (control.Find(request.Path) is { } route)
        {
            return await route(request, cancellation).ConfigureAwait(false);
        }
        switch (request.Method)
        {
            case "POST":
                return await CallAsync(request, cancellation).ConfigureAwait(false);
            case "OPTIONS":
                return HttpResponse.Options();
            case "GET" or "CONNECT":
                return Get(request);
            case "PUT":
                return HttpResponse.Forbidden();
            default:
                return HttpResponse.NotImplemented(request.Method);
        }
    }

    private async Task<HttpResponse> CallAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await rpc.AnswerAsync(request, new CallOrigin(host, cancellation)).ConfigureAwait(false);
        }
        catch (MalformedRequestException fault)
        {
            return HttpResponse.InternalError(fault.Message);
        }
    }

    private HttpResponse Get(HttpRequest request) => request.Path switch
    {
        "/pool/xmldbdump" => IsLoggedIn(request) ? HttpResponse.Unframed(Dump()) : HttpResponse.Unauthorised("get_pool_xml_db_sync"),
        "/export" when !IsLoggedIn(request) => HttpResponse.Unauthorised("get_export"),
        "/console" => HttpResponse.InternalError($"Db_exn.Read_missing_uuid(\"console\", \"\", \"{request.Query.GetValueOrDefault("uuid", "")}\")"),
        // The simulator keeps no round-robin databases: what a host without any answers.
        "/host_rrd" or "/rrd_updates" => HttpResponse.NotFound(),
        "/vm_rrd" => HttpResponse.InternalError("Got UNIX error: No such file or directory connect "),
        "/export" or "/export_metadata" or "/host_backup" => HttpResponse.NotImplemented(request.Path),
        _ => HttpResponse.Moved($"https://{Uri.EscapeDataString(request.Headers.GetValueOrDefault("Host") ?? "")}{request.Path}"),
    };

    private bool IsLoggedIn(HttpRequest request) =>
        request.Query.TryGetValue("session_id", out var session) && pool.Sessions.Find(session) is not null;

    private byte[] Dump()
    {
        using var memory = new MemoryStream();
        DatabaseFile.Save(pool.Database, memory);
        return memory.ToArray();
    }
}
