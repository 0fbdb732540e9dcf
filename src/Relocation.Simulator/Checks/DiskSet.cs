using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>
/// The disks a migration moves and their order: of the VM, of its snapshots, suspend images; the smallest virtual size first, then by the time of the
/// snapshot (ocaml/xapi/xapi_vm_migrate.ml, migrate_send').
/// </summary>
internal static class DiskSet
{
    /// <summary>The disks in the order they are moved.</summary>
    /// <exception cref="XapiException">VDI_NOT_IN_MAP: a snapshot's disk has no place.</exception>
    public static IReadOnlyList<DiskMove> Of(MigrationRequest request, PoolDatabase destination)
    {
        var source = request.Source;
        var moves = new List<DiskMove>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (vbd, vdi) in VmParts.DiskDevices(source, request.Vm))
        {
            if (known.Add(vdi.Ref))
            {
                moves.Add(Move(request, destination, vdi, request.VdiMap[vdi.Ref], vbd.Text("mode") == "RW"));
            }
        }
        if (!request.IsCopy)
        {
            foreach (var vdi in VmParts.Snapshots(source, request.Vm).SelectMany(snapshot => VmParts.Disks(source, snapshot)).Where(vdi => known.Add(vdi.Ref)))
            {
                var store = request.VdiMap.GetValueOrDefault(vdi.Ref) ?? request.VdiMap.GetValueOrDefault(vdi.Text("snapshot_of")) ?? Default(request, destination, vdi, "default_SR");
                moves.Add(Move(request, destination, vdi, store, isMirrored: false));
            }
        }
        foreach (var vm in (request.IsCopy ? [] : VmParts.Snapshots(source, request.Vm)).Prepend(request.Vm))
        {
            if (VmParts.SuspendImage(source, vm) is { } image && known.Add(image.Ref))
            {
                var store = request.VdiMap.GetValueOrDefault(image.Ref) ?? Default(request, destination, image, "suspend_image_SR");
                moves.Add(Move(request, destination, image, store, isMirrored: false));
            }
        }
        return [.. moves.OrderBy(move => move.Vdi.Number("virtual_size")).ThenBy(move => move.Vdi.Date("snapshot_time")).ThenBy(move => move.Vdi.Uuid, StringComparer.Ordinal)];
    }

    private static DiskMove Move(MigrationRequest request, PoolDatabase destination, XapiObject vdi, string store, bool isMirrored)
    {
        var stays = request.IsIntraPool
            ? store == vdi.Text("SR")
            : destination.Find("SR", store)?.Uuid is { } uuid && uuid == request.Source.Find("SR", vdi.Text("SR"))?.Uuid;
        return new DiskMove(vdi, store, isMirrored, stays);
    }

    private static string Default(MigrationRequest request, PoolDatabase destination, XapiObject vdi, string field)
    {
        foreach (var reference in (string[])[destination.Pool.Text(field), destination.Pool.Text("default_SR")])
        {
            if (reference != XapiValue.Null && destination.Find("SR", reference) is not null)
            {
                return reference;
            }
        }
        return request.IsIntraPool ? vdi.Text("SR") : throw new XapiException("VDI_NOT_IN_MAP", vdi.Ref);
    }
}
