using System.Text.Json;

namespace Relocation.Xapi.Moves;

/// <summary>What a disk being received says of itself: `sm_config:base_mirror` holds the source's SR uuid and location (storage_smapiv1_migrate.ml).</summary>
internal static class MirrorMark
{
    /// <summary>Location of the source disk, which on every migratable SR type is its uuid; null when the disk is part of no mirror.</summary>
    public static string? SourceOf(JsonElement disk) =>
        disk.Map("sm_config").TryGetValue("base_mirror", out var mark) ? mark[(mark.IndexOf('/', StringComparison.Ordinal) + 1)..] : null;
}
