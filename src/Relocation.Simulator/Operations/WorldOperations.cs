using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Hosts;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Operations.Networks;
using Relocation.Simulator.Operations.Power;
using Relocation.Simulator.Operations.Storage;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations;

/// <summary>Registers everything that changes the world.</summary>
internal static class WorldOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        MoveOperations.Register(registry, world);
        PowerOperations.Register(registry, world);
        VmCopies.Register(registry, world);
        ApplianceOperations.Register(registry, world);
        HostOperations.Register(registry, world);
        PoolJoin.Register(registry, world);
        NetworkOperations.Register(registry);
        PifOperations.Register(registry);
        StorageOperations.Register(registry);
        DiskOperations.Register(registry, world);
    }
}
