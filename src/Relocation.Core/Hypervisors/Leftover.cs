using Relocation.Core.Inventory;

namespace Relocation.Core.Hypervisors;

/// <summary>Something a move left behind.</summary>
/// <param name="Pool">Where.</param>
/// <param name="Class">XAPI class of the object.</param>
/// <param name="Uuid">The object.</param>
/// <param name="Evidence">Why it is held to be a leftover of this move: a code of <see cref="LeftoverEvidence"/>.</param>
public sealed record Leftover(PoolId Pool, string Class, string Uuid, string Evidence);
