using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>A capture of a pool.</summary>
internal sealed class CaptureRow
{
    public long Id { get; init; }

    public required int Pool { get; init; }

    public required string PoolName { get; init; }

    public required long Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CaptureSource Source { get; init; }

    public required string SourceName { get; init; }

    public required string ProductVersion { get; init; }

    public required string SchemaVersion { get; init; }

    public required bool First { get; init; }

    public int ObjectCount { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Gone { get; set; }

    /// <summary>A JSON list of texts.</summary>
    public required string Warnings { get; init; }
}
