using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>Makes a VM's records in another pool: what is kept, changed and lost is that of ocaml/xapi/import.ml.</summary>
internal sealed class VmTransplant(MovePlan plan, IReadOnlyDictionary<string, string> disks)
{
    private static readonly string[] Lost = ["blocked_operations", "is_vmss_snapshot"];

    private readonly PoolDatabase source = plan.Source.Database;
    private readonly PoolDatabase destination = plan.Destination.Database;
    private readonly bool isCopy = plan.Request.IsCopy;

    /// <summary>Makes the VM and its snapshots, halted or suspended.</summary>
    /// <returns>The VM and its snapshots, the VM first.</returns>
    public IReadOnlyList<XapiObject> Import()
    {
        if (!isCopy && destination.FindByUuid("VM", plan.Request.Vm.Uuid) is { } older)
        {
            VmRecords.Destroy(destination, older);
        }
        var made = new Dictionary<string, XapiObject>(StringComparer.Ordinal);
        var vm = Create(plan.Request.Vm, made);
        if (!isCopy)
        {
            foreach (var snapshot in VmParts.Snapshots(source, plan.Request.Vm))
            {
                Create(snapshot, made);
            }
        }
        foreach (var (old, row) in made)
        {
            var parent = source.Require("VM", old).Text("parent");
            destination.Set(row, "parent", made.TryGetValue(parent, out var twin) ? twin.Ref : XapiValue.Null);
        }
        return [vm, .. made.Values.Where(row => row != vm)];
    }

    private XapiObject Create(XapiObject old, Dictionary<string, XapiObject> made)
    {
        var fields = Fields.Copied(old);
        foreach (var name in Lost)
        {
            fields.Remove(name);
        }
        var isSnapshot = old.Bool("is_a_snapshot");
        if (!isCopy)
        {
            fields["uuid"] = old.Uuid;
        }
        fields["power_state"] = old.Text("power_state") == "Suspended" ? "Suspended" : "Halted";
        fields["domid"] = -1L;
        fields["version"] = old.Number("version") + (isSnapshot ? 0 : 1);
        fields["other_config"] = old.Map("other_config").Without("import_task").With("import_task", destination.Identifiers.Ref());
        fields["affinity"] = Same("host", source.Find("host", old.Text("affinity")));
        fields["suspend_SR"] = Same("SR", source.Find("SR", old.Text("suspend_SR")));
        fields["suspend_VDI"] = disks.GetValueOrDefault(old.Text("suspend_VDI"), XapiValue.Null);
        fields["metrics"] = CopyOf("VM_metrics", old.Text("metrics"));
        fields["guest_metrics"] = CopyOf("VM_guest_metrics", old.Text("guest_metrics"));
        if (isSnapshot)
        {
            fields["snapshot_of"] = made.TryGetValue(old.Text("snapshot_of"), out var original) ? original.Ref : XapiValue.Null;
        }
        var vm = destination.Create("VM", fields);
        made.Add(old.Ref, vm);
        CopyDevices(old, vm);
        return vm;
    }

    private void CopyDevices(XapiObject old, XapiObject vm)
    {
        foreach (var vbd in VmParts.Rows(source, "VBD", old.Texts("VBDs")))
        {
            var fields = Fields.Copied(vbd);
            var isDisk = vbd.Text("type") == "Disk";
            fields["VM"] = vm.Ref;
            fields["VDI"] = isDisk ? disks.GetValueOrDefault(vbd.Text("VDI"), XapiValue.Null) : XapiValue.Null;
            fields["empty"] = !isDisk || vbd.Bool("empty");
            fields["currently_attached"] = isDisk && vbd.Bool("currently_attached");
            fields["device"] = "";
            fields["metrics"] = XapiValue.Null;
            Keep("VBD", vbd, fields);
            destination.Create("VBD", fields);
        }
        foreach (var vif in VmParts.Vifs(source, old))
        {
            var fields = Fields.Copied(vif);
            fields["VM"] = vm.Ref;
            fields["network"] = NetworkOf(vif);
            fields["currently_attached"] = false;
            if (isCopy)
            {
                fields["MAC"] = VmRecords.Mac(destination.Identifiers);
            }
            Keep("VIF", vif, fields);
            destination.Create("VIF", fields);
        }
    }

    private string NetworkOf(XapiObject vif)
    {
        var map = plan.Request.VifMap;
        if (!map.TryGetValue(vif.Ref, out var network))
        {
            network = map.First(item => string.Equals(source.Find("VIF", item.Key)?.Text("MAC"), vif.Text("MAC"), StringComparison.OrdinalIgnoreCase)).Value;
        }
        return destination.Require("network", network).Ref;
    }

    private void Keep(string @class, XapiObject old, Dictionary<string, XapiValue> fields)
    {
        if (!isCopy && destination.FindByUuid(@class, old.Uuid) is null)
        {
            fields["uuid"] = old.Uuid;
        }
    }

    private string Same(string @class, XapiObject? old) => old is null ? XapiValue.Null : destination.FindByUuid(@class, old.Uuid)?.Ref ?? XapiValue.Null;

    private string CopyOf(string @class, string reference) =>
        source.Find(@class, reference) is { } row ? destination.Create(@class, Fields.Copied(row)).Ref : XapiValue.Null;
}
