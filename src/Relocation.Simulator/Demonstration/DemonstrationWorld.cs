using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Demonstration;

/// <summary>Pools at two sites and the line between them.</summary>
/// <param name="Pools">The pools; the targets last.</param>
/// <param name="Line">The line between the sites.</param>
public sealed record DemonstrationWorld(IReadOnlyList<DemonstrationPool> Pools, DemonstrationLine Line)
{
    /// <summary>Writes every pool's database to a folder, named as the pool.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var pool in Pools)
        {
            var file = Path.Combine(folder, $"{pool.Name}.xml");
            DatabaseFile.Save(pool.Database, file);
            files.Add(file);
        }
        return files;
    }

    /// <summary>The lines between pools of different sites.</summary>
    public IReadOnlyList<LineOptions> Lines =>
    [
        .. from one in Pools
           from other in Pools
           where string.CompareOrdinal(one.Name, other.Name) < 0 && one.Site != other.Site
           select new LineOptions(one.Name, other.Name, Line.Name, Line.BytesPerSecond, Line.Latency),
    ];

    /// <summary>Lays the line between pools of different sites.</summary>
    public void Connect(WorldEngine engine)
    {
        foreach (var line in Lines)
        {
            engine.Links.Join(line.One, line.Other, line.Name, line.BytesPerSecond, line.Latency);
        }
    }

    /// <summary>What a server needs to serve it; the databases are this world's own and change with it.</summary>
    /// <param name="speed">World seconds per second.</param>
    /// <param name="seed">What the server's random choices follow from.</param>
    /// <param name="firstPort">The first pool's port, the next pools take the next ones; 0 takes free ones.</param>
    public SimulatorOptions Options(double speed, int seed, int firstPort = 0) => new()
    {
        Speed = speed,
        Seed = seed,
        Lines = Lines,
        Pools = [.. Pools.Select((pool, index) => new PoolOptions(pool.Name, _ => pool.Database) { Port = firstPort == 0 ? 0 : firstPort + index })],
    };
}
