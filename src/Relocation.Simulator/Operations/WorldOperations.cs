using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations;

/// <summary>Registers everything that changes the world.</summary>
internal static class WorldOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        MoveOperations.Register(registry, world);
    }
}
