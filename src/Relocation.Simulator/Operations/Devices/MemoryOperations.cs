using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Operations.Devices;

/// <summary>The memory limits of a VM, in bytes (ocaml/xapi/xapi_vm.ml, set_memory_limits and its kin).</summary>
internal static class MemoryOperations
{
    public static void Register(OperationRegistry registry)
    {
        registry.Add("VM.set_memory_limits", call =>
            Set(call, call.Number("static_min"), call.Number("dynamic_min"), call.Number("dynamic_max"), call.Number("static_max")));
        registry.Add("VM.set_memory", call => Set(call, call.Row("self").Number("memory_static_min"), call.Number("value"), call.Number("value"), call.Number("value")));
        registry.Add("VM.set_memory_dynamic_range", call =>
            Set(call, call.Row("self").Number("memory_static_min"), call.Number("min"), call.Number("max"), call.Row("self").Number("memory_static_max")));
        registry.Add("VM.set_memory_static_range", call =>
            Set(call, call.Number("min"), call.Row("self").Number("memory_dynamic_min"), call.Row("self").Number("memory_dynamic_max"), call.Number("max")));
    }

    private static void Set(XapiCall call, long staticMin, long dynamicMin, long dynamicMax, long staticMax)
    {
        var vm = call.Row("self");
        if (staticMin > dynamicMin || dynamicMin > dynamicMax || dynamicMax > staticMax)
        {
            throw new XapiException("MEMORY_CONSTRAINT_VIOLATION_ORDER");
        }
        var power = vm.Text("power_state");
        if (power != "Halted" && (staticMin != vm.Number("memory_static_min") || staticMax != vm.Number("memory_static_max")))
        {
            throw new XapiException("VM_BAD_POWER_STATE", vm.Ref, "halted", PowerWord(power));
        }
        call.Database.Atomically(() => Write(call.Database, vm, [staticMin, dynamicMin, dynamicMax, staticMax]));
    }

    private static string PowerWord(string power) => power.ToLowerInvariant();

    private static void Write(PoolDatabase database, XapiObject vm, long[] limits)
    {
        database.Set(vm, "memory_static_min", limits[0]);
        database.Set(vm, "memory_dynamic_min", limits[1]);
        database.Set(vm, "memory_dynamic_max", limits[2]);
        database.Set(vm, "memory_static_max", limits[3]);
    }
}
