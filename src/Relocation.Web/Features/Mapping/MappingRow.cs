using Relocation.Core.Waves;

namespace Relocation.Web.Features.Mapping;

/// <summary>A source network or SR and where it goes, as the mapping page shows it.</summary>
/// <param name="Kind">Network or SR.</param>
/// <param name="Source">Its uuid.</param>
/// <param name="SourceName">Its name, or its uuid when it is gone.</param>
/// <param name="SourceFacts">What tells it apart.</param>
/// <param name="Target">Uuid of the target; null while open.</param>
/// <param name="TargetName">Its name; empty while open, or when it is not in the pool any more.</param>
/// <param name="TargetFacts">What tells it apart.</param>
/// <param name="Origin">Who decided.</param>
/// <param name="Reason">Stable code of why it was proposed or is open; empty when a person chose.</param>
/// <param name="Users">Planned VMs that depend on it.</param>
public sealed record MappingRow(
    MappingKind Kind,
    string Source,
    string SourceName,
    ObjectFacts? SourceFacts,
    string? Target,
    string TargetName,
    ObjectFacts? TargetFacts,
    MappingOrigin Origin,
    string Reason,
    IReadOnlyList<string> Users)
{
    /// <summary>There is no target, or the one there was has gone.</summary>
    public bool Open => Target is null || Gone;

    /// <summary>The target is not in its pool any more.</summary>
    public bool Gone => Target is not null && TargetName.Length == 0;

    /// <summary>A person still has to agree.</summary>
    public bool Waits => !Open && Origin is MappingOrigin.Proposed;
}
