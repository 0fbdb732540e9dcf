using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Xapi.Databases;

namespace Relocation.Xapi.Tests.Golden;

/// <summary>A recorded migration call: the databases of both pools right before it, the call, and what a real xapi answered.</summary>
internal sealed record GoldenCase(string Name, RelocationPlan Plan, InventorySet Inventory, string Outcome)
{
    /// <summary>The case as a plan of one VM with the maps of the call, or null when the call is none that a relocation would make.</summary>
    public static async Task<GoldenCase?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        using var call = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "call.json"), cancellationToken));
        var root = call.RootElement;
        var hasVm = root.TryGetProperty("uuids", out var uuids) && uuids.TryGetProperty("vm", out _);
        var isPlain = root.GetProperty("method").GetString() == "VM.assert_can_migrate"
            && hasVm
            && !(root.GetProperty("params").TryGetProperty("options", out var options) && options.EnumerateObject().Any())
            && File.Exists(Path.Combine(folder, "dest.xml"));
        if (!isPlain)
        {
            return null;
        }

        var source = await ViewAsync(Path.Combine(folder, "source.xml"), cancellationToken);
        var target = await ViewAsync(Path.Combine(folder, "dest.xml"), cancellationToken);
        return source.Snapshot.Pool.Id == target.Snapshot.Pool.Id
            ? null
            : new GoldenCase(Path.GetFileName(folder), PlanOf(root, source, target), InventorySet.Of(source, target), await OutcomeAsync(folder, cancellationToken));
    }

    private static RelocationPlan PlanOf(JsonElement call, InventoryView source, InventoryView target)
    {
        var (uuids, parameters) = (call.GetProperty("uuids"), call.GetProperty("params"));
        var (old, fresh) = (source.Snapshot.Pool.Id, target.Snapshot.Pool.Id);
        var vifs = source.Snapshot.Vifs.ToDictionary(vif => vif.Uuid);
        var id = new VmId(uuids.GetProperty("vm").GetString()!);
        var method = source.Vm(id)?.PowerState is PowerState.Halted or PowerState.Suspended ? MoveMethod.Cold : MoveMethod.Live;
        var host = uuids.TryGetProperty("dest_host", out var known) ? new HostId(known.GetString()!) : (HostId?)null;
        return new RelocationPlan
        {
            Id = default,
            Name = "golden",
            Revision = 1,
            SourceSite = new Site("old", "UTC", [old]),
            TargetSite = new Site("new", "UTC", [fresh]),
            Link = new TransferLink(BitRate.FromMegabits(1000), TimeSpan.Zero, 1500),
            Storage = [.. from pair in parameters.GetProperty("vdi_map").EnumerateObject()
                          let sr = source.Vdi(new VdiId(Uuid("vdis", pair.Name)))?.Sr
                          where sr is not null
                          select new StorageMapping(old, sr.Value, fresh, new SrId(Uuid("srs", pair.Value.GetString()!)), MappingOrigin.Confirmed, "")],
            Networks = [.. from pair in parameters.GetProperty("vif_map").EnumerateObject()
                           let network = vifs.GetValueOrDefault(Uuid("vifs", pair.Name))?.Network
                           where network is not null
                           select new NetworkMapping(old, network.Value, fresh, new NetworkId(Uuid("networks", pair.Value.GetString()!)), MappingOrigin.Confirmed, "")],
            Groups = [new MoveGroup(default, "golden", [new PlannedVm(id, old, fresh, host, method)])],
        };

        string Uuid(string kind, string reference) =>
            uuids.TryGetProperty(kind, out var map) && map.TryGetProperty(reference, out var uuid) ? uuid.ToString() : reference;
    }

    /// <summary>`success`, or the error and its parameters as text: of the real send where there was one, else of the pre-check.</summary>
    private static async Task<string> OutcomeAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "send.json");
        using var answer = JsonDocument.Parse(await File.ReadAllTextAsync(File.Exists(path) ? path : Path.Combine(folder, "result.json"), cancellationToken));
        var root = answer.RootElement;
        if (root.TryGetProperty("task_end", out var task) && task.ValueKind is JsonValueKind.Object)
        {
            var error = Join(task.GetProperty("error_info"));
            return error.Length > 0 ? error : task.GetProperty("status").GetString()!;
        }

        root = root.TryGetProperty("reply", out var reply) ? reply : root;
        return root.TryGetProperty("error", out var refused) ? Join(refused) : "success";
    }

    private static string Join(JsonElement error) => string.Join(' ', error.EnumerateArray().Select(part => part.ToString()));

    private static async Task<InventoryView> ViewAsync(string path, CancellationToken cancellationToken)
    {
        await using var reader = new DatabaseFileReader(path);
        await reader.ReadHeaderAsync(cancellationToken);
        List<InventoryObject> all = [];
        await foreach (var item in reader.ReadObjectsAsync(cancellationToken))
        {
            all.Add(item);
        }

        return new InventoryView(new InventorySnapshot
        {
            Pool = all.OfType<Pool>().Single(),
            Revision = 1,
            CapturedAt = DateTimeOffset.UnixEpoch,
            Hosts = [.. all.OfType<Host>()],
            StorageRepositories = [.. all.OfType<StorageRepository>()],
            Pbds = [.. all.OfType<Pbd>()],
            Vdis = [.. all.OfType<Vdi>()],
            Vms = [.. all.OfType<Vm>()],
            Vbds = [.. all.OfType<Vbd>()],
            Vifs = [.. all.OfType<Vif>()],
            Pifs = [.. all.OfType<Pif>()],
            Networks = [.. all.OfType<Network>()],
            Vgpus = [.. all.OfType<Vgpu>()],
        });
    }
}
