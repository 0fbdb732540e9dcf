using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Http;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>Answers a POST: JSON-RPC at /jsonrpc, XML-RPC at any other path (ocaml/xapi/api_server.ml).</summary>
internal sealed class RpcEndpoint(SimulatedPool pool)
{
    private const string ListMethods = "system.listMethods";

    public static bool IsJson(HttpRequest request) => request.Path == "/jsonrpc";

    /// <exception cref="MalformedRequestException">The body is no call.</exception>
    /// <exception cref="ConnectionDroppedException">A fault cuts the connection.</exception>
    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CallOrigin origin)
    {
        var isJson = IsJson(request);
        var body = isJson ? await JsonAsync(request, origin).ConfigureAwait(false) : await XmlAsync(request, origin).ConfigureAwait(false);
        return HttpResponse.Rpc(isJson ? "application/json" : "text/xml", body);
    }

    private async Task<ReadOnlyMemory<byte>> XmlAsync(HttpRequest request, CallOrigin origin)
    {
        var call = XmlRpcReader.Read(request.Body);
        if (call.Method == ListMethods)
        {
            return XmlRpcWriter.Response(MethodList());
        }
        var (value, fault) = await CallAsync(call, origin).ConfigureAwait(false);
        return XmlRpcWriter.Response(fault is null
            ? Envelope("Success", "Value", value)
            : Envelope("Failure", "ErrorDescription", XapiSet.OfTexts(fault.Description)));
    }

    private async Task<ReadOnlyMemory<byte>> JsonAsync(HttpRequest request, CallOrigin origin)
    {
        var sent = JsonRpcRequest.Read(request.Body);
        var (value, fault) = sent.Call.Method == ListMethods ? (MethodList(), null) : await CallAsync(sent.Call, origin).ConfigureAwait(false);
        var text = new Utf8Output();
        text.Append(sent.IsVersion2 ? "{\"jsonrpc\":\"2.0\"," : "{");
        if (fault is null)
        {
            text.Append("\"result\":");
            JsonWriter.Write(text, value);
            text.Append(sent.IsVersion2 ? "" : ",\"error\":null");
        }
        else
        {
            WriteFault(text, fault, sent.IsVersion2);
        }
        return text.Append(",\"id\":").Append(sent.Id).Append("}").Written;
    }

    private static void WriteFault(Utf8Output text, XapiException fault, bool isVersion2)
    {
        if (!isVersion2)
        {
            text.Append("\"result\":null,\"error\":");
            JsonWriter.Write(text, XapiSet.OfTexts(fault.Description));
            return;
        }
        text.Append("\"error\":{\"code\":1,\"message\":");
        JsonWriter.WriteText(text, fault.Code);
        text.Append(",\"data\":");
        JsonWriter.Write(text, XapiSet.OfTexts(fault.Parameters));
        text.Append("}");
    }

    private async Task<(XapiValue Value, XapiException? Fault)> CallAsync(RpcRequest call, CallOrigin origin)
    {
        try
        {
            return (await pool.Dispatcher.CallAsync(call.Method, call.Arguments, origin).ConfigureAwait(false), null);
        }
        catch (XapiException fault)
        {
            return (XapiValue.Void, fault);
        }
    }

    private XapiSet MethodList() =>
        XapiSet.OfTexts(pool.Database.Schema.Messages.Where(message => !message.IsHidden).Select(message => message.Method));

    private static XapiMap Envelope(string status, string name, XapiValue value) =>
        new([KeyValuePair.Create("Status", (XapiValue)status), KeyValuePair.Create(name, value)]);
}
