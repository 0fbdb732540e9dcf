using Relocation.Simulator.Checks;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Power;

/// <summary>The calls that start and stop VMs (ocaml/xapi/xapi_vm.ml).</summary>
internal static class PowerOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        void Add(string operation, Func<PowerCourse, IEnumerable<WorldWait>> course) =>
            registry.AddAsync($"VM.{operation}", call => new PowerCourse(world, call).RunAsync(operation, course));

        Add("start", course => course.Start(host: null));
        Add("start_on", course => course.Start(course.HostAsked()));
        Add("clean_shutdown", course => course.Shutdown(isClean: true));
        Add("hard_shutdown", course => course.Shutdown(isClean: false));
        Add("clean_reboot", course => course.Reboot(isClean: true));
        Add("hard_reboot", course => course.Reboot(isClean: false));
        Add("suspend", course => course.Suspend());
        Add("resume", course => course.Resume(host: null));
        Add("resume_on", course => course.Resume(course.HostAsked()));
        Add("pause", course => course.Turn("Paused"));
        Add("unpause", course => course.Turn("Running"));
        registry.AddAsync("VM.shutdown", call => new PowerCourse(world, call).RunAsync("clean_shutdown", course => course.Shutdown(isClean: true)));
        registry.Add("VM.power_state_reset", Reset);
        registry.Add("VM.assert_can_boot_here", call => BootChecks.Assert(call.Database, call.Row("self"), call.Row("host")));
        registry.Add("VM.get_possible_hosts", PossibleHosts);
    }

    private static Values.XapiSet PossibleHosts(XapiCall call)
    {
        var vm = call.Row("vm");
        return Values.XapiSet.OfTexts(call.Database.All("host").Where(host => BootChecks.Refusal(call.Database, vm, host) is null).Select(host => host.Ref));
    }

    private static void Reset(XapiCall call)
    {
        var vm = call.Row("vm");
        if (vm.Bool("is_control_domain"))
        {
            throw new XapiException("OPERATION_NOT_ALLOWED", "This operation is not allowed on a control domain");
        }
        call.Database.Atomically(() =>
        {
            VmRecords.Stop(call.Database, vm);
            call.Database.Set(vm, "current_operations", Values.XapiMap.Empty);
        });
    }
}
