using Relocation.Core.Sites;

namespace Relocation.Core.Waves;

/// <summary>What a team intends: which pools empty into which, over which link, by which mapping, in which waves. Immutable; every saved change is a new revision.</summary>
public sealed record RelocationPlan
{
    /// <summary>The relocation.</summary>
    public required RelocationId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Grows by one with every saved change; a save against an older revision is refused.</summary>
    public required long Revision { get; init; }

    /// <summary>The old building.</summary>
    public required Site SourceSite { get; init; }

    /// <summary>The new building.</summary>
    public required Site TargetSite { get; init; }

    /// <summary>The link between them.</summary>
    public required TransferLink Link { get; init; }

    /// <summary>Where each source network goes.</summary>
    public IReadOnlyList<NetworkMapping> Networks { get; init; } = [];

    /// <summary>Where each source SR goes.</summary>
    public IReadOnlyList<StorageMapping> Storage { get; init; } = [];

    /// <summary>VMs that move together.</summary>
    public IReadOnlyList<MoveGroup> Groups { get; init; } = [];

    /// <summary>Waves in order.</summary>
    public IReadOnlyList<Wave> Waves { get; init; } = [];
}
