using Relocation.Simulator.Database;

namespace Relocation.Simulator.Demonstration;

/// <summary>A pool of a demonstration.</summary>
/// <param name="Name">Its name: of the file it is written to, and on this machine.</param>
/// <param name="Site">The site it stands at.</param>
/// <param name="IsTarget">Whether the relocation goes to it.</param>
/// <param name="Database">Its objects.</param>
public sealed record DemonstrationPool(string Name, string Site, bool IsTarget, PoolDatabase Database);
