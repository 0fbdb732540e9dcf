using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Waves;

namespace Relocation.Web.Features.Mapping;

/// <summary>What a person needs to know of a network or SR to choose it.</summary>
public sealed record ObjectFacts
{
    /// <summary>Its uuid.</summary>
    public required string Uuid { get; init; }

    /// <summary>Its name, or its uuid when it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Hosts of its pool that are connected to it now.</summary>
    public required int Hosts { get; init; }

    /// <summary>Hosts of its pool.</summary>
    public required int AllHosts { get; init; }

    /// <summary>VLAN tags of its interfaces, in order; empty when untagged or without interfaces.</summary>
    public IReadOnlyList<long> Vlans { get; init; } = [];

    /// <summary>Bridge of a network.</summary>
    public string Bridge { get; init; } = "";

    /// <summary>MTU of a network in bytes.</summary>
    public long Mtu { get; init; }

    /// <summary>Type of an SR.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether an SR is shared.</summary>
    public bool Shared { get; init; }

    /// <summary>What is free beneath an SR.</summary>
    public ByteSize Free { get; init; }

    /// <summary>Capabilities an SR lacks to receive disks.</summary>
    public IReadOnlyList<string> Lacking { get; init; } = [];

    /// <summary>A network's.</summary>
    public static ObjectFacts Of(InventoryView view, Network network) => new()
    {
        Uuid = network.Uuid,
        Name = network.Name.Length > 0 ? network.Name : network.Uuid,
        Hosts = view.HostsOn(network.Id).Count(),
        AllHosts = view.Snapshot.Hosts.Count,
        Vlans = [.. view.PifsOf(network.Id).Select(pif => pif.VlanTag).Where(tag => tag >= 0).Distinct().Order()],
        Bridge = network.Bridge,
        Mtu = network.Mtu,
    };

    /// <summary>An SR's.</summary>
    public static ObjectFacts Of(InventoryView view, StorageRepository sr) => new()
    {
        Uuid = sr.Uuid,
        Name = sr.Name.Length > 0 ? sr.Name : sr.Uuid,
        Hosts = view.HostsSeeing(sr.Id).Distinct().Count(),
        AllHosts = view.Snapshot.Hosts.Count,
        Type = sr.Type,
        Shared = sr.Shared,
        Free = StorageSpace.FreeOf(sr),
        Lacking = StorageSpace.MissingToReceive(sr),
    };
}
