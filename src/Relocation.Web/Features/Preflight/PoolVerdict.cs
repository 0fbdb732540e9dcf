using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Preflight;

/// <summary>What the pools themselves say to a move with its real mapping.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accepted">They would accept it.</param>
/// <param name="Error">What they answered otherwise; null when they accept or could not be asked.</param>
/// <param name="NotAsked">Why they could not be asked; empty when they were.</param>
public sealed record PoolVerdict(VmId Vm, string Name, bool Accepted, HypervisorError? Error, string NotAsked);
