using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Events;
using Relocation.Simulator.Operations;
using Relocation.Simulator.Operations.Devices;
using Relocation.Simulator.Sessions;
using Relocation.Simulator.Tasks;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Hosting;

/// <summary>Where the operations of every area are registered: to add an area, add its line.</summary>
public static class Composition
{
    /// <summary>All operations of a world's pools.</summary>
    public static OperationRegistry Operations(SimulatedWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var registry = new OperationRegistry();
        SessionOperations.Register(registry);
        TaskOperations.Register(registry);
        EventOperations.Register(registry);
        MessageOperations.Register(registry);
        PluginOperations.Register(registry);
        DeviceOperations.Register(registry);
        MemoryOperations.Register(registry);
        WorldOperations.Register(registry, world);
        return registry;
    }
}
