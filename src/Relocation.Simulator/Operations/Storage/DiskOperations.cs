using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Storage;

/// <summary>The calls of disks (ocaml/xapi/xapi_vdi.ml).</summary>
internal static class DiskOperations
{
    public static void Register(OperationRegistry registry, SimulatedWorld world)
    {
        registry.Add("VDI.create", Create);
        registry.Add("VDI.destroy", Destroy);
        registry.Add("VDI.resize", call => Resize(call.Database, call.Row("vdi"), call.Number("size")));
        registry.Add("VDI.snapshot", call => DiskCopies.Of(call.Database, call.Row("vdi"), call.Row("vdi").Text("SR"), isSnapshot: true, call.Clock.Now).Ref);
        registry.Add("VDI.clone", call => DiskCopies.Of(call.Database, call.Row("vdi"), call.Row("vdi").Text("SR"), isSnapshot: false, call.Clock.Now).Ref);
        registry.AddAsync("VDI.copy", call => CopyAsync(world, call));
        registry.AddAsync("VDI.pool_migrate", call => MigrateAsync(world, call));
        registry.Add("VDI.enable_cbt", call => call.Database.Set(call.Row("self"), "cbt_enabled", true));
        registry.Add("VDI.disable_cbt", call => call.Database.Set(call.Row("self"), "cbt_enabled", false));
        registry.Add("VDI.set_on_boot", call => call.Database.Set(call.Row("self"), "on_boot", call.Text("value")));
        registry.Add("VDI.set_allow_caching", call => call.Database.Set(call.Row("self"), "allow_caching", call.Bool("value")));
    }

    private static XapiValue Create(XapiCall call)
    {
        var database = call.Database;
        var fields = CreationRecord.Read(database.Schema, database.Schema.Class("VDI"), call.Map("args")).ToDictionary(StringComparer.Ordinal);
        var sr = database.Require("SR", ((XapiText)fields["SR"]).Text);
        var size = ((XapiInt)fields["virtual_size"]).Number;
        if (size < 0 || size > sr.Number("physical_size") - sr.Number("physical_utilisation"))
        {
            throw new XapiException("SR_BACKEND_FAILURE_44", "", "There is insufficient space", "");
        }
        fields["physical_utilisation"] = StoreSpace.IsThick(sr) ? size : 0L;
        return StoreSpace.Create(database, sr, fields).Ref;
    }

    private static void Destroy(XapiCall call)
    {
        var vdi = call.Row("self");
        if (VmParts.Rows(call.Database, "VBD", vdi.Texts("VBDs")).Any(vbd => vbd.Bool("currently_attached")))
        {
            throw new XapiException("VDI_IN_USE", vdi.Ref, "destroy");
        }
        call.Database.Atomically(() =>
        {
            foreach (var vbd in VmParts.Rows(call.Database, "VBD", vdi.Texts("VBDs")).ToList())
            {
                call.Database.Destroy(vbd);
            }
            StoreSpace.Destroy(call.Database, vdi);
        });
    }

    private static void Resize(PoolDatabase database, XapiObject vdi, long size) =>
        database.Atomically(() =>
        {
            var sr = database.Require("SR", vdi.Text("SR"));
            database.Set(sr, "virtual_allocation", sr.Number("virtual_allocation") + size - vdi.Number("virtual_size"));
            database.Set(vdi, "virtual_size", size);
        });

    private static Task<XapiValue> CopyAsync(SimulatedWorld world, XapiCall call)
    {
        var vdi = call.Row("vdi");
        var store = call.Text("sr") == XapiValue.Null ? vdi.Text("SR") : call.Row("sr").Ref;
        XapiObject? made = null;
        IEnumerable<WorldWait> Steps()
        {
            var engine = world.Engine;
            var links = new[] { vdi.Text("SR"), store }.Distinct().Select(reference => engine.Links.Store(call.Database.Require("SR", reference).Uuid));
            yield return engine.Network.Open(links, MovePlan.Allocated(vdi), engine.Timings.StreamCap);
            made = DiskCopies.Of(call.Database, vdi, store, isSnapshot: false, call.Clock.Now);
        }
        return world.Engine.RunAsync(Steps(), () => made!.Ref, call.Task.Cancellation);
    }

    private static Task<XapiValue> MigrateAsync(SimulatedWorld world, XapiCall call)
    {
        var vdi = call.Row("vdi");
        var vbd = VmParts.Rows(call.Database, "VBD", vdi.Texts("VBDs")).FirstOrDefault() ?? throw new XapiException("VDI_NEEDS_VM_FOR_MIGRATE", vdi.Ref);
        if (vdi.Bool("cbt_enabled"))
        {
            throw new XapiException("VDI_CBT_ENABLED", vdi.Ref);
        }
        return new MoveCall(world, call).RunDiskAsync(call.Database.Require("VM", vbd.Text("VM")), vdi, call.Row("sr"));
    }
}
