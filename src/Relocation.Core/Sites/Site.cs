using Relocation.Core.Inventory;

namespace Relocation.Core.Sites;

/// <summary>A building.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">IANA time zone for local times.</param>
/// <param name="Pools">Pools that stand in it.</param>
public sealed record Site(string Name, string TimeZone, IReadOnlyList<PoolId> Pools);
