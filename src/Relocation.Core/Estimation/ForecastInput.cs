using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Core.Sites;
using Relocation.Core.Waves;

namespace Relocation.Core.Estimation;

/// <summary>What a forecast is made of. Figures that are not known are null and replaced by <see cref="EstimationPriors"/>, with an assumption noted.</summary>
public sealed record ForecastInput
{
    /// <summary>How the VM moves.</summary>
    public required MoveMethod Method { get; init; }

    /// <summary>It runs while it moves, so that memory is copied and writes are mirrored.</summary>
    public required bool Running { get; init; }

    /// <summary>Memory to copy: what the guest holds after XAPI has ballooned it down.</summary>
    public required double MemoryBytes { get; init; }

    /// <summary>Its virtual processors; scales the prior of the dirty rate.</summary>
    public required double Vcpus { get; init; }

    /// <summary>Its disks in XAPI's order.</summary>
    public required IReadOnlyList<ForecastDisk> Disks { get; init; }

    /// <summary>The link.</summary>
    public required TransferLink Link { get; init; }

    /// <summary>Moves that share the link, this one included.</summary>
    public required int Concurrency { get; init; }

    /// <summary>How the guest dirties memory, if measured.</summary>
    public DirtyModel? Dirty { get; init; }

    /// <summary>Bytes per second that one disk stream carries, if measured.</summary>
    public double? DiskStreamBytesPerSecond { get; init; }

    /// <summary>Bytes per second that one memory stream carries, if measured.</summary>
    public double? MemoryStreamBytesPerSecond { get; init; }

    /// <summary>Seconds of the pause beside the last pass.</summary>
    public double HandOverSeconds { get; init; } = EstimationPriors.OlderHandOverSeconds;

    /// <summary>The allocation of a disk on a thick SR is not known and its whole size is counted.</summary>
    public bool AllocationUnknown { get; init; }

    /// <summary>Reads what a forecast needs from inventory; null when the VM is not in it.</summary>
    /// <param name="source">The source pool.</param>
    /// <param name="planned">The move.</param>
    /// <param name="link">The link.</param>
    /// <param name="concurrency">Moves that share the link, this one included.</param>
    public static ForecastInput? From(InventoryView source, PlannedVm planned, TransferLink link, int concurrency)
    {
        if (source.Vm(planned.Vm) is not { } vm)
        {
            return null;
        }

        var moving = MoveContents.DisksOf(source, vm);
        var running = vm.PowerState is PowerState.Running or PowerState.Paused && planned.Method is MoveMethod.Live;
        return new ForecastInput
        {
            Method = planned.Method,
            Running = running,
            MemoryBytes = running ? MemoryOf(vm) : 0,
            Vcpus = Math.Max(1, vm.VcpusAtStartup > 0 ? vm.VcpusAtStartup : vm.VcpusMax),
            Disks = [.. moving.Select(disk => new ForecastDisk(disk.Vdi.Name, disk.Vdi.VirtualSize.Bytes, disk.Allocated.Bytes, running && disk.Mirrored))],
            Link = link,
            Concurrency = concurrency,
            HandOverSeconds = HandOverOf(source.Host(vm.ResidentOn)),
            AllocationUnknown = moving.Any(disk => source.Sr(disk.Vdi.Sr) is { } sr && StorageSpace.IsThick(sr)),
        };
    }

    /// <summary>Bytes of memory a live move copies at least: XAPI balloons a guest that can balloon down to its dynamic minimum first (xenops_server.ml), others hold what they hold.</summary>
    public static double MemoryOf(Vm vm) => vm.MemoryDynamicMin < vm.MemoryDynamicMax && vm.MemoryDynamicMin > Quantities.ByteSize.Zero
        ? vm.MemoryDynamicMin.Bytes
        : (vm.MemoryActual is { Bytes: > 0 } actual ? actual : vm.MemoryDynamicMax).Bytes;

    private static double HandOverOf(Host? host) =>
        host?.SoftwareVersion.GetValueOrDefault("xapi_build")?.Split('.')[0] is { } major
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 26
            ? EstimationPriors.HandOverSeconds
            : EstimationPriors.OlderHandOverSeconds;
}
