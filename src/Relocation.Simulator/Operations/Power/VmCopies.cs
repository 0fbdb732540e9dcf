using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Operations.Storage;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Power;

/// <summary>The calls that make VMs from VMs, and end them (ocaml/xapi/xapi_vm_clone.ml, xapi_vm_snapshot.ml).</summary>
internal static class VmCopies
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.AddAsync("VM.clone", call => MakeAsync(world, call, "clone", isSnapshot: false));
        registry.AddAsync("VM.copy", call => MakeAsync(world, call, "copy", isSnapshot: false));
        registry.AddAsync("VM.snapshot", call => MakeAsync(world, call, "snapshot", isSnapshot: true));
        registry.AddAsync("VM.checkpoint", call => MakeAsync(world, call, "checkpoint", isSnapshot: true));
        registry.Add("VM.provision", Provision);
        registry.Add("VM.destroy", Destroy);
        registry.Add("VM.create", Create);
        registry.Add("VM.set_is_a_template", SetTemplate);
    }

    private static Task<XapiValue> MakeAsync(SimulatedWorld world, XapiCall call, string operation, bool isSnapshot)
    {
        var engine = world.Engine;
        var vm = call.Row("vm");
        XapiObject? made = null;
        IEnumerable<WorldWait> Steps()
        {
            if (operation == "copy")
            {
                var bytes = VmParts.Disks(call.Database, vm).Sum(MovePlan.Allocated);
                var links = VmParts.Disks(call.Database, vm).Select(vdi => engine.Links.Store(call.Database.Require("SR", vdi.Text("SR")).Uuid));
                yield return engine.Network.Open(links, bytes, engine.Timings.StreamCap);
            }
            yield return WorldWait.For(engine.Timeline, TimeSpan.FromSeconds(1.5 * engine.PaceOfOperations));
            var store = operation == "copy" && call.Text("sr") != XapiValue.Null ? call.Row("sr").Ref : null;
            made = call.Database.Atomically(() => Copy(call, vm, store, isSnapshot));
        }
        return engine.RunAsync(new VmLock(engine, call.Database, vm, operation, call.Task.Ref).Around(Steps), () => made!.Ref, call.Task.Cancellation);
    }

    private static XapiObject Copy(XapiCall call, XapiObject vm, string? store, bool isSnapshot)
    {
        var database = call.Database;
        var fields = Fields.Copied(vm);
        fields["name_label"] = call.Text("new_name");
        fields["power_state"] = "Halted";
        fields["domid"] = -1L;
        fields["is_a_snapshot"] = isSnapshot;
        fields["is_a_template"] = isSnapshot || vm.Bool("is_a_template");
        fields["is_default_template"] = false;
        fields["snapshot_of"] = isSnapshot ? vm.Ref : XapiValue.Null;
        fields["snapshot_time"] = isSnapshot ? call.Clock.Now : XapiDate.Epoch;
        fields["other_config"] = isSnapshot ? vm.Map("other_config") : vm.Map("other_config").Without("default_template").With("mac_seed", database.Identifiers.Uuid());
        fields["metrics"] = database.Create("VM_metrics", []).Ref;
        var copy = database.Create("VM", fields);
        foreach (var vbd in VmParts.Rows(database, "VBD", vm.Texts("VBDs")))
        {
            var disk = vbd.Text("type") == "Disk" ? database.Find("VDI", vbd.Text("VDI")) : null;
            var device = Fields.Copied(vbd);
            device["VM"] = copy.Ref;
            device["VDI"] = disk is null ? vbd["VDI"] : DiskCopies.Of(database, disk, store ?? disk.Text("SR"), isSnapshot, call.Clock.Now).Ref;
            device["currently_attached"] = false;
            database.Create("VBD", device);
        }
        foreach (var vif in VmParts.Vifs(database, vm))
        {
            var device = Fields.Copied(vif);
            device["VM"] = copy.Ref;
            device["network"] = vif["network"];
            device["currently_attached"] = false;
            device["MAC"] = isSnapshot ? vif["MAC"] : VmRecords.Mac(database.Identifiers);
            database.Create("VIF", device);
        }
        if (isSnapshot)
        {
            database.Set(copy, "parent", vm["parent"]);
            database.Set(vm, "parent", copy.Ref);
        }
        return copy;
    }

    private static void Provision(XapiCall call)
    {
        var vm = call.Row("vm");
        VmLifecycle.Assert(call.Database, vm, "provision");
        call.Database.Atomically(() =>
        {
            call.Database.Set(vm, "is_a_template", false);
            call.Database.RemoveKey(vm, "other_config", "default_template");
        });
    }

    private static void Destroy(XapiCall call)
    {
        var vm = call.Row("self");
        VmLifecycle.Assert(call.Database, vm, "destroy");
        VmRecords.Destroy(call.Database, vm);
    }

    private static XapiValue Create(XapiCall call)
    {
        var database = call.Database;
        var fields = CreationRecord.Read(database.Schema, database.Schema.Class("VM"), call.Map("args")).ToDictionary(StringComparer.Ordinal);
        return database.Atomically(() =>
        {
            fields["power_state"] = "Halted";
            fields["domid"] = -1L;
            fields["metrics"] = database.Create("VM_metrics", []).Ref;
            var vm = database.Create("VM", fields);
            database.Set(vm, "memory_overhead", HostMemory.Overhead(vm));
            return (XapiValue)vm.Ref;
        });
    }

    private static void SetTemplate(XapiCall call)
    {
        var vm = call.Row("self");
        if (call.Bool("value") && vm.Text("power_state") != "Halted")
        {
            throw new XapiException("VM_BAD_POWER_STATE", vm.Ref, "halted", vm.Text("power_state").ToLowerInvariant());
        }
        call.Database.Set(vm, "is_a_template", call.Bool("value"));
    }
}
