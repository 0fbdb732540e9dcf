using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>One stored capture of a pool.</summary>
public sealed record Capture
{
    /// <summary>The capture.</summary>
    public required CaptureId Id { get; init; }

    /// <summary>The pool.</summary>
    public required PoolId Pool { get; init; }

    /// <summary>Its name then.</summary>
    public required string PoolName { get; init; }

    /// <summary>Revision of the pool's inventory that the capture made.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it came from.</summary>
    public required CaptureSource Source { get; init; }

    /// <summary>File name or address.</summary>
    public required string SourceName { get; init; }

    /// <summary>Release of the coordinator; empty when unknown.</summary>
    public required string ProductVersion { get; init; }

    /// <summary>Database schema as major.minor; empty for a live pool.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>Objects in it.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>The pool's first capture: every object counts as added, but no single changes are kept for it.</summary>
    public required bool First { get; init; }

    /// <summary>Objects that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Objects with fields that differ.</summary>
    public required int Changed { get; init; }

    /// <summary>Objects no longer there.</summary>
    public required int Gone { get; init; }

    /// <summary>What was strange but could be read.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
