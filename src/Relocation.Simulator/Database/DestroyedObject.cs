using Relocation.Simulator.Schema;

namespace Relocation.Simulator.Database;

/// <summary>What is left of a destroyed row: enough for a del event.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Ref">Its reference.</param>
/// <param name="Created">The generation of its creation.</param>
/// <param name="Destroyed">The generation of its end.</param>
public sealed record DestroyedObject(XapiClass Class, string Ref, long Created, long Destroyed);
