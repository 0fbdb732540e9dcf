using Relocation.Simulator.Database;

namespace Relocation.Simulator.Hosting;

/// <summary>A pool to serve.</summary>
/// <param name="Name">Its name on this machine.</param>
/// <param name="Load">Makes its objects.</param>
public sealed record PoolOptions(string Name, Func<IdentifierSource, PoolDatabase> Load)
{
    /// <summary>Who may log in.</summary>
    public PoolCredentials Credentials { get; init; } = new("root", "simulated");

    /// <summary>The port of all its hosts; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether members answer too, each at its own loopback address, where the machine has them.</summary>
    public bool ServesMembers { get; init; } = true;

    /// <summary>A pool of a database file, named as the file.</summary>
    public static PoolOptions OfFile(string path) => new(Path.GetFileNameWithoutExtension(path), identifiers => DatabaseFile.Load(path, identifiers));
}
