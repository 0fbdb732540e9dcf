using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Xapi.Moves;

/// <summary>Reads what a pool says of one VM. Objects that vanish while they are read count as gone.</summary>
internal static class VmReader
{
    /// <summary>The VM, or null when the pool does not have it.</summary>
    public static async Task<VmReading?> ReadAsync(PoolLink pool, VmId vm, CancellationToken cancellationToken)
    {
        var reference = await pool.FindRefAsync("VM", vm.Uuid, cancellationToken);
        if (reference is null || await pool.FindRecordAsync("VM", reference, cancellationToken) is not { } record)
        {
            return null;
        }

        var drives = await DrivesAsync(pool, record, cancellationToken);
        var vifs = await RecordsAsync(pool, "VIF", record.Texts("VIFs"), cancellationToken);
        var disks = new List<DiskFacts>();
        foreach (var (drive, disk) in drives)
        {
            disks.Add(await DiskAsync(pool, disk, drive.Text("userdevice"), cancellationToken));
        }

        var facts = new VmFacts(
            vm,
            record.Text("name_label"),
            Enum.TryParse<PowerState>(record.Text("power_state"), ignoreCase: true, out var power) ? power : PowerState.Unknown,
            await pool.FindUuidAsync("host", record.Reference("resident_on"), cancellationToken) is { } host ? new HostId(host) : null,
            [.. record.Map("current_operations").Values.Distinct().Order(StringComparer.Ordinal)],
            await IsBeingReceivedAsync(pool, record, cancellationToken),
            record.Map("other_config").GetValueOrDefault(MoveMarks.Move),
            disks,
            await VifsAsync(pool, vifs, cancellationToken),
            await AttributesAsync(pool, record, drives, vifs, cancellationToken));
        return new VmReading(reference, facts, record, ByUuid(drives.Select(drive => drive.Disk)), ByUuid(vifs));
    }

    /// <summary>Facts of one disk.</summary>
    public static async Task<DiskFacts> DiskAsync(PoolLink pool, JsonElement disk, string position, CancellationToken cancellationToken) => new(
        new VdiId(disk.Text("uuid")),
        new SrId(await pool.FindUuidAsync("SR", disk.Reference("SR"), cancellationToken) ?? ""),
        position,
        disk.Text("name_label"),
        new ByteSize(disk.Number("virtual_size")),
        new ByteSize(disk.Number("physical_utilisation")));

    /// <summary>Records of the objects that are still there.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RecordsAsync(PoolLink pool, string type, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var records = await Task.WhenAll(references.Select(reference => pool.FindRecordAsync(type, reference, cancellationToken)));
        return [.. records.OfType<JsonElement>()];
    }

    private static async Task<IReadOnlyList<(JsonElement Drive, JsonElement Disk)>> DrivesAsync(PoolLink pool, JsonElement vm, CancellationToken cancellationToken)
    {
        var drives = (await RecordsAsync(pool, "VBD", vm.Texts("VBDs"), cancellationToken))
            .Where(drive => drive.Text("type") == "Disk" && !drive.Flag("empty"))
            .OrderBy(drive => drive.Text("userdevice").Length).ThenBy(drive => drive.Text("userdevice"), StringComparer.Ordinal).ToList();
        var disks = await Task.WhenAll(drives.Select(drive => pool.FindRecordAsync("VDI", drive.Reference("VDI"), cancellationToken)));
        return [.. drives.Zip(disks).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!.Value))];
    }

    private static async Task<IReadOnlyList<VifFacts>> VifsAsync(PoolLink pool, IReadOnlyList<JsonElement> vifs, CancellationToken cancellationToken)
    {
        var facts = new List<VifFacts>();
        foreach (var vif in vifs.OrderBy(vif => vif.Text("device").Length).ThenBy(vif => vif.Text("device"), StringComparer.Ordinal))
        {
            var network = await pool.FindUuidAsync("network", vif.Reference("network"), cancellationToken) ?? "";
            facts.Add(new VifFacts(new VifId(vif.Text("uuid")), new NetworkId(network), vif.Text("device"), vif.Text("MAC"), vif.Flag("currently_attached")));
        }

        return facts;
    }

    private static async Task<MovedAttributes> AttributesAsync(
        PoolLink pool,
        JsonElement vm,
        IReadOnlyList<(JsonElement Drive, JsonElement Disk)> drives,
        IReadOnlyList<JsonElement> vifs,
        CancellationToken cancellationToken)
    {
        var appliance = await pool.FindRecordAsync("VM_appliance", vm.Reference("appliance"), cancellationToken);
        var affinity = await pool.FindUuidAsync("host", vm.Reference("affinity"), cancellationToken);
        return new MovedAttributes(
            appliance?.Text("name_label") ?? "",
            vm.Map("blocked_operations"),
            affinity is null ? null : new HostId(affinity),
            vm.Text("ha_restart_priority"),
            new SortedDictionary<string, string>(vifs.GroupBy(vif => vif.Text("device")).ToDictionary(group => group.Key, group => group.First().Text("locking_mode")), StringComparer.Ordinal),
            [.. drives.Where(pair => pair.Disk.Flag("cbt_enabled")).Select(pair => pair.Drive.Text("userdevice"))]);
    }

    /// <summary>
    /// The import's key stays in other_config for ever, so it alone proves nothing: its task must still be at work. After the import the VM waits,
    /// halted and scheduled to its host, for the memory (xapi_vm_migrate.ml).
    /// </summary>
    private static async Task<bool> IsBeingReceivedAsync(PoolLink pool, JsonElement vm, CancellationToken cancellationToken)
    {
        if (!vm.Map("other_config").TryGetValue("import_task", out var task))
        {
            return false;
        }

        if (vm.Text("power_state") == "Halted" && vm.Reference("scheduled_to_be_resident_on") is not null)
        {
            return true;
        }

        return await pool.FindRecordAsync("task", task, cancellationToken) is { } record && record.Text("status") == "pending";
    }

    private static Dictionary<string, JsonElement> ByUuid(IEnumerable<JsonElement> records) =>
        records.GroupBy(record => record.Text("uuid")).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
