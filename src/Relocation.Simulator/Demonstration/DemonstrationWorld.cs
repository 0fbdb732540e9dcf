using Relocation.Simulator.Database;
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

    /// <summary>Lays the line between pools of different sites.</summary>
    public void Connect(WorldEngine engine)
    {
        foreach (var one in Pools)
        {
            foreach (var other in Pools.Where(other => other.Site != one.Site))
            {
                engine.Links.Join(one.Name, other.Name, Line.Name, Line.BytesPerSecond, Line.Latency);
            }
        }
    }
}
