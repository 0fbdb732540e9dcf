using Relocation.Core.Preflight;

namespace Relocation.Core.Runbooks;

/// <summary>A wave turned into moves.</summary>
/// <param name="Moves">Moves that can run, in the order in which they are to start.</param>
/// <param name="Refusals">Why the other VMs of the wave are left out; `vm.moved` merely says that one is there already.</param>
/// <param name="Concurrency">Moves that were assumed to share the link.</param>
public sealed record CompiledRun(IReadOnlyList<CompiledMove> Moves, IReadOnlyList<Finding> Refusals, int Concurrency);
