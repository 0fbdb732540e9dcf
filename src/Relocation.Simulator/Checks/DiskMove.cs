using Relocation.Simulator.Database;

namespace Relocation.Simulator.Checks;

/// <summary>One disk of a migration.</summary>
/// <param name="Vdi">The disk at the source.</param>
/// <param name="Store">The reference of its store at the destination.</param>
/// <param name="IsMirrored">Whether it belongs to the VM itself and is writable; others are copied only.</param>
/// <param name="Stays">Whether it keeps its place: the same store, seen from both sides.</param>
internal sealed record DiskMove(XapiObject Vdi, string Store, bool IsMirrored, bool Stays);
