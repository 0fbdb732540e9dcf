using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Power;

/// <summary>The calls of vApps and snapshot schedules (ocaml/xapi/xapi_vm_appliance.ml, xapi_vmss.ml).</summary>
internal static class ApplianceOperations
{
    private const long MostSnapshots = 10;

    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.AddAsync("VM_appliance.start", call => ForAllAsync(world, call, "start", ["Halted"], (course, vm) => course.StartOf(vm)));
        registry.AddAsync("VM_appliance.clean_shutdown", call => ForAllAsync(world, call, "clean_shutdown", ["Running"], (course, vm) => course.ShutdownOf(vm, isClean: true)));
        registry.AddAsync("VM_appliance.hard_shutdown", call => ForAllAsync(world, call, "hard_shutdown", ["Running", "Paused", "Suspended"], (course, vm) => course.ShutdownOf(vm, isClean: false)));
        registry.Add("VMSS.create", CreateSchedule);
        registry.Add("VMSS.destroy", DestroySchedule);
    }

    private static async Task ForAllAsync(SimulatedWorld world, XapiCall call, string operation, string[] states, Func<PowerCourse, XapiObject, IEnumerable<WorldWait>> course)
    {
        var vms = VmParts.Rows(call.Database, "VM", call.Row("self").Texts("VMs")).OrderBy(vm => vm.Number("order")).ThenBy(vm => vm.Uuid, StringComparer.Ordinal).ToList();
        if (vms.Count == 0)
        {
            throw new XapiException("OPERATION_NOT_ALLOWED", "Appliance has no VMs.");
        }
        foreach (var vm in vms.Where(vm => states.Contains(vm.Text("power_state"))))
        {
            var power = new PowerCourse(world, call);
            await power.RunAsync(vm, operation, () => course(power, vm)).ConfigureAwait(false);
        }
    }

    private static Values.XapiValue CreateSchedule(XapiCall call)
    {
        var fields = CreationRecord.Read(call.Database.Schema, call.Database.Schema.Class("VMSS"), call.Map("args")).ToDictionary(StringComparer.Ordinal);
        var kept = ((Values.XapiInt)fields["retained_snapshots"]).Number;
        return kept is < 1 or > MostSnapshots
            ? throw new XapiException("INVALID_VALUE", "retained_snapshots", $"{kept}")
            : call.Database.Create("VMSS", fields).Ref;
    }

    private static void DestroySchedule(XapiCall call)
    {
        if (call.Row("self").Texts("VMs").Count > 0)
        {
            throw new XapiException("VMSS_HAS_VM");
        }
        call.Database.Destroy(call.Row("self"));
    }
}
