using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Core.Quantities;

namespace Relocation.Xapi.Moves;

/// <summary>The target SRs' view of a move: which disks are being filled, and which lie about.</summary>
internal static class TargetDisks
{
    /// <summary>Records of all disks on the order's target SRs.</summary>
    public static async Task<IReadOnlyList<JsonElement>> OnTargetSrsAsync(MoveOrder order, PoolLink target, CancellationToken cancellationToken)
    {
        var records = new List<JsonElement>();
        foreach (var sr in order.Disks.Values.Select(sr => sr.Uuid).Distinct().Order(StringComparer.Ordinal))
        {
            if (await target.FindRefAsync("SR", sr, cancellationToken) is { } reference)
            {
                var disks = await target.ReadAsync("VDI.get_all_records_where", [$"field \"SR\"=\"{reference}\""], cancellationToken);
                records.AddRange(disks.EnumerateObject().Select(item => item.Value));
            }
        }

        return records;
    }

    /// <summary>
    /// One entry per disk of the move that has arrived or is arriving. While it arrives XAPI holds a leaf for the new writes and a copy of the old
    /// content; their bytes are summed.
    /// </summary>
    public static async Task<IReadOnlyList<DiskFacts>> ArrivingAsync(
        MoveOrder order,
        VmReading? source,
        VmReading? target,
        IReadOnlyList<JsonElement> onTargetSrs,
        PoolLink pool,
        CancellationToken cancellationToken)
    {
        var positions = source?.Facts.Disks.ToDictionary(disk => disk.Id.Uuid, disk => disk.UserDevice) ?? [];
        var known = order.Disks.Keys.Select(disk => disk.Uuid).ToHashSet(StringComparer.Ordinal);
        var facts = new List<DiskFacts>(target?.Facts.Disks ?? []);
        var attached = facts.Select(disk => disk.Id.Uuid).ToHashSet(StringComparer.Ordinal);
        var arriving = onTargetSrs.Where(disk => !disk.Flag("is_a_snapshot") && MirrorMark.SourceOf(disk) is { } origin && known.Contains(origin))
            .GroupBy(disk => MirrorMark.SourceOf(disk)!)
            .Where(parts => !parts.Any(part => attached.Contains(part.Text("uuid"))));
        foreach (var parts in arriving)
        {
            var largest = parts.OrderByDescending(part => part.Number("physical_utilisation")).ThenBy(part => part.Text("uuid"), StringComparer.Ordinal).First();
            var disk = await VmReader.DiskAsync(pool, largest, positions.GetValueOrDefault(parts.Key, ""), cancellationToken);
            facts.Add(disk with { PhysicalUtilisation = new ByteSize(parts.Sum(part => part.Number("physical_utilisation"))) });
        }

        return [.. facts.OrderBy(disk => disk.UserDevice.Length).ThenBy(disk => disk.UserDevice, StringComparer.Ordinal).ThenBy(disk => disk.Id.Uuid, StringComparer.Ordinal)];
    }
}
