using System.Net;
using System.Text;

namespace Relocation.Simulator.Http;

/// <summary>
/// An answer with its headers in the order and case of the real server (ocaml/libs/http-lib/http_svr.ml): no date, no server name.
/// </summary>
/// <param name="Status">The status code.</param>
/// <param name="Reason">The words after it.</param>
/// <param name="Headers">The headers in order; <c>connection</c> without a value is filled by what the client wished.</param>
/// <param name="Body">The body.</param>
public sealed record HttpResponse(int Status, string Reason, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    private const string NoCache = "no-cache, no-store";
    private const string Sorry =
        "An unexpected error occurred; please wait a while and try again. If the problem persists, please contact your support representative.";

    /// <summary>Whether the connection ends after it, whatever the client wished.</summary>
    public bool Closes { get; init; }

    /// <summary>The protocol to answer with; null echoes the client's.</summary>
    public string? Version { get; init; }

    /// <summary>The answer to a call.</summary>
    public static HttpResponse Rpc(string contentType, ReadOnlyMemory<byte> body) =>
        new(200, "OK", [Length(body), Pair("connection", ""), Pair("cache-control", NoCache), Pair("content-type", contentType), .. CrossOrigin], body);

    /// <summary>The answer to OPTIONS.</summary>
    public static HttpResponse Options() =>
        new(200, "OK", [Length(default), Pair("connection", ""), Pair("cache-control", NoCache), .. CrossOrigin, Pair("Access-Control-Allow-Methods", "PUT")], default);

    /// <summary>Any content, for what is not a call.</summary>
    public static HttpResponse Content(int status, string reason, string contentType, ReadOnlyMemory<byte> body) =>
        new(status, reason, [Length(body), Pair("connection", ""), Pair("cache-control", NoCache), Pair("content-type", contentType)], body);

    /// <summary>A stream that ends with the connection, without a length.</summary>
    public static HttpResponse Unframed(ReadOnlyMemory<byte> body) =>
        new(200, "OK", [Pair("Connection", "close"), Pair("Cache-Control", NoCache)], body) { Closes = true };

    /// <summary>HTTP 500 with the reason in its page.</summary>
    public static HttpResponse InternalError(string reason) =>
        Page(500, "Internal Error", $"<h1>HTTP 500 internal server error</h1>{Sorry}<h1> Additional information </h1>{Escape(reason)}");

    /// <summary>HTTP 403.</summary>
    public static HttpResponse Forbidden() =>
        Page(403, "Forbidden", "<h1>HTTP 403 forbidden</h1>Access to the requested resource is forbidden.");

    /// <summary>HTTP 401 for a realm.</summary>
    public static HttpResponse Unauthorised(string realm)
    {
        var page = Page(401, "Unauthorised", "<h1>HTTP 401 unauthorised</h1>Please check your credentials and retry.");
        return page with { Headers = [.. page.Headers, Pair("WWW-Authenticate", $"Basic realm=\"{realm}\"")] };
    }

    /// <summary>HTTP 501 for a method that is not known.</summary>
    public static HttpResponse NotImplemented(string method) =>
        Page(501, "Method Not Implemented", $"<h1>HTTP 501 Method Not Implemented</h1>{Escape(method)} is not supported.");

    /// <summary>HTTP 404 as the handlers of round-robin databases answer it: without a body, in the old protocol.</summary>
    public static HttpResponse NotFound() =>
        new(404, "Not Found", [Pair("Connection", "close"), Pair("Cache-Control", NoCache)], default) { Closes = true, Version = "HTTP/1.0" };

    /// <summary>HTTP 301.</summary>
    public static HttpResponse Moved(string location) =>
        new(301, "Moved Permanently", [Length(default), Pair("location", location)], default);

    /// <summary>Status line and headers as bytes.</summary>
    internal byte[] Head(string version, bool keepsAlive)
    {
        var text = new StringBuilder();
        text.Append(Version ?? version).Append(' ').Append(Status).Append(' ').Append(Reason).Append("\r\n");
        foreach (var (name, value) in Headers)
        {
            var shown = name == "connection" && value.Length == 0 ? (keepsAlive ? "keep-alive" : "close") : value;
            text.Append(name).Append(": ").Append(shown).Append("\r\n");
        }
        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private static KeyValuePair<string, string>[] CrossOrigin =>
        [Pair("Access-Control-Allow-Origin", "*"), Pair("Access-Control-Allow-Headers", "X-Requested-With")];

    private static HttpResponse Page(int status, string reason, string content)
    {
        var body = Encoding.UTF8.GetBytes($"<html><body>{content}</body></html>");
        return new HttpResponse(status, reason, [Length(body), Pair("content-type", "text/html"), Pair("connection", "close"), Pair("cache-control", NoCache)], body) { Closes = true };
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("&#39;", "&apos;", StringComparison.Ordinal);

    private static KeyValuePair<string, string> Length(ReadOnlyMemory<byte> body) => Pair("content-length", $"{body.Length}");

    private static KeyValuePair<string, string> Pair(string name, string value) => KeyValuePair.Create(name, value);
}
