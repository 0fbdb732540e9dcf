using System.Net;

namespace Relocation.Simulator.Http;

/// <summary>A request that has been read whole.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Target">The path with its query, as sent.</param>
/// <param name="Version">The protocol as sent: HTTP/1.1 or HTTP/1.0.</param>
/// <param name="Headers">The headers; names in any case.</param>
/// <param name="Body">The body; empty when there is none.</param>
public sealed record HttpRequest(string Method, string Target, string Version, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether it came over TLS.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The target before its query.</summary>
    public string Path { get; } = Target.Split('?', 2)[0];

    /// <summary>The query's parameters, decoded; the first of one given twice.</summary>
    public IReadOnlyDictionary<string, string> Query { get; } = Parse(Target);

    /// <summary>Whether the client wants the connection kept.</summary>
    public bool KeepsAlive =>
        Headers.TryGetValue("Connection", out var wish)
            ? wish.Contains("keep-alive", StringComparison.OrdinalIgnoreCase) || (Version == "HTTP/1.1" && !wish.Contains("close", StringComparison.OrdinalIgnoreCase))
            : Version == "HTTP/1.1";

    private static Dictionary<string, string> Parse(string target)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = target.Split('?', 2);
        foreach (var pair in parts.Length < 2 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = pair.Split('=', 2);
            query.TryAdd(WebUtility.UrlDecode(sides[0]), sides.Length < 2 ? "" : WebUtility.UrlDecode(sides[1]));
        }
        return query;
    }
}
