using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>Keeps allowed_operations of VMs true: whatever changes a VM, its guest or its devices computes them anew.</summary>
internal static class AllowedOperations
{
    private static readonly string[] Concerning = ["VM", "VM_metrics", "VM_guest_metrics", "VUSB", "VGPU", "PCI"];

    /// <summary>Computes them for every VM now, and again at every change. Operations that a file still notes ended with the toolstack that wrote it.</summary>
    public static void Follow(PoolDatabase database)
    {
        foreach (var vm in database.All("VM"))
        {
            database.Set(vm, "current_operations", XapiMap.Empty);
            Update(database, vm);
        }
        database.OnSettle(changed =>
        {
            foreach (var vm in changed.Where(row => Concerning.Contains(row.Class.Name)).SelectMany(row => Concerned(database, row)).Distinct().ToList())
            {
                Update(database, vm);
            }
        });
    }

    /// <summary>The operations a VM may undergo now, in the order of the API.</summary>
    public static IEnumerable<string> Of(PoolDatabase database, XapiObject vm) =>
        VmOperationRule.All.Where(rule => VmLifecycle.Refusal(database, vm, rule.Name) is null).Select(rule => rule.Name);

    private static void Update(PoolDatabase database, XapiObject vm) =>
        database.Set(vm, "allowed_operations", XapiSet.OfTexts(Of(database, vm)));

    private static IEnumerable<XapiObject> Concerned(PoolDatabase database, XapiObject row)
    {
        switch (row.Class.Name)
        {
            case "VM":
                return row.IsGone ? [] : [row];
            case "VM_metrics" or "VM_guest_metrics":
                var field = row.Class.Name == "VM_metrics" ? "metrics" : "guest_metrics";
                return database.All("VM").Where(vm => vm.Text(field) == row.Ref);
            case "VUSB" or "VGPU":
                return VmParts.Rows(database, "VM", [row.Text("VM")]);
            default:
                return VmParts.Rows(database, "VM", row.Texts("attached_VMs"));
        }
    }
}
