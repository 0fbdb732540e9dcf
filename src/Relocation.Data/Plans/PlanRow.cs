namespace Relocation.Data.Plans;

/// <summary>A relocation and the revision it is at.</summary>
internal sealed class PlanRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The present revision; the next save compares it in its UPDATE.</summary>
    public required long Revision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string ChangedBy { get; init; }
}
