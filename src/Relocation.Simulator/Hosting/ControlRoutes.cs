using System.Collections.Concurrent;
using Relocation.Simulator.Http;

namespace Relocation.Simulator.Hosting;

/// <summary>Paths that are the simulator's own: every pool's ports answer them, below <c>/simulator/</c>.</summary>
public sealed class ControlRoutes
{
    /// <summary>What every path begins with.</summary>
    public const string Prefix = "/simulator/";

    private readonly ConcurrentDictionary<string, Func<HttpRequest, CancellationToken, Task<HttpResponse>>> routes = new(StringComparer.Ordinal);

    /// <summary>Maps a path.</summary>
    /// <exception cref="ArgumentException">The path does not begin with <see cref="Prefix"/>.</exception>
    public void Map(string path, Func<HttpRequest, CancellationToken, Task<HttpResponse>> handler)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"A control path begins with {Prefix}", nameof(path));
        }
        routes[path] = handler;
    }

    internal Func<HttpRequest, CancellationToken, Task<HttpResponse>>? Find(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) ? routes.GetValueOrDefault(path) : null;
}
