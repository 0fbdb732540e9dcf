using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Hosts;

/// <summary>Moves a joining host's records into the pool it joins: itself, its cards, its local stores and its halted guests.</summary>
internal static class JoinRecords
{
    /// <summary>Copies the host's records; references change, uuids stay.</summary>
    public static void Move(PoolDatabase from, PoolDatabase to) =>
        to.Atomically(() =>
        {
            var old = from.Require("host", from.Pool.Text("master"));
            var host = to.Create("host", With(old, ("metrics", CopyOf(from, to, "host_metrics", old.Text("metrics")))));
            foreach (var pif in from.All("PIF").Where(pif => pif.Bool("physical")))
            {
                to.Create("PIF", With(pif, ("host", host.Ref), ("network", NetworkFor(from, to, pif)), ("metrics", CopyOf(from, to, "PIF_metrics", pif.Text("metrics")))));
            }
            foreach (var sr in from.All("SR").Where(sr => !sr.Bool("shared") && to.FindByUuid("SR", sr.Uuid) is null))
            {
                var copy = to.Create("SR", With(sr));
                foreach (var pbd in VmParts.Rows(from, "PBD", sr.Texts("PBDs")))
                {
                    to.Create("PBD", With(pbd, ("host", host.Ref), ("SR", copy.Ref)));
                }
                foreach (var vdi in VmParts.Rows(from, "VDI", sr.Texts("VDIs")))
                {
                    to.Create("VDI", With(vdi, ("SR", copy.Ref)));
                }
            }
            foreach (var sr in to.All("SR").Where(sr => sr.Bool("shared")))
            {
                if (VmParts.Rows(to, "PBD", sr.Texts("PBDs")).FirstOrDefault() is { } like)
                {
                    to.Create("PBD", VmRecords.Of(("host", host.Ref), ("SR", sr.Ref), ("device_config", like["device_config"]), ("currently_attached", true)));
                }
            }
            MoveGuests(from, to, host);
        });

    private static void MoveGuests(PoolDatabase from, PoolDatabase to, XapiObject host)
    {
        foreach (var vm in from.All("VM").Where(vm => !vm.Bool("is_a_template") && !vm.Bool("is_a_snapshot")))
        {
            var isControl = vm.Bool("is_control_domain");
            var copy = to.Create("VM", With(vm, ("resident_on", isControl ? host.Ref : XapiValue.Null), ("metrics", CopyOf(from, to, "VM_metrics", vm.Text("metrics")))));
            if (isControl)
            {
                to.Set(host, "control_domain", copy.Ref);
            }
            foreach (var vbd in VmParts.Rows(from, "VBD", vm.Texts("VBDs")))
            {
                var vdi = from.Find("VDI", vbd.Text("VDI"));
                to.Create("VBD", With(vbd, ("VM", copy.Ref), ("VDI", vdi is null ? XapiValue.Null : to.FindByUuid("VDI", vdi.Uuid)?.Ref ?? XapiValue.Null)));
            }
            foreach (var vif in VmParts.Vifs(from, vm))
            {
                to.Create("VIF", With(vif, ("VM", copy.Ref), ("network", NetworkOf(from, to, vif.Text("network")))));
            }
        }
    }

    private static Dictionary<string, XapiValue> With(XapiObject row, params (string Name, XapiValue Value)[] changes)
    {
        var fields = Fields.Copied(row);
        fields["uuid"] = row.Uuid;
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }
        return fields;
    }

    /// <summary>Networks of physical cards match by the card's position; others by their bridge.</summary>
    private static string NetworkFor(PoolDatabase from, PoolDatabase to, XapiObject pif) =>
        to.All("PIF").FirstOrDefault(other => other.Bool("physical") && other.Text("device") == pif.Text("device"))?.Text("network") ?? NetworkOf(from, to, pif.Text("network"));

    private static string NetworkOf(PoolDatabase from, PoolDatabase to, string reference)
    {
        if (from.Find("network", reference) is not { } network)
        {
            return XapiValue.Null;
        }
        return (to.All("network").FirstOrDefault(other => other.Text("bridge") == network.Text("bridge")) ?? to.Create("network", With(network))).Ref;
    }

    private static string CopyOf(PoolDatabase from, PoolDatabase to, string @class, string reference) =>
        from.Find(@class, reference) is { } row ? to.Create(@class, With(row)).Ref : XapiValue.Null;
}
