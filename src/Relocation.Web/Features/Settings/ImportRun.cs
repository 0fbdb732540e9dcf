using Relocation.Data.Inventory;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Settings;

/// <summary>An import that goes on or has ended.</summary>
/// <param name="Id">The import.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Received">Bytes that have arrived.</param>
/// <param name="Stored">How far storing is; absent before it begins.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record ImportRun(Guid Id, string By, string Name, long Size, long Received, ImportProgress? Stored, DateTimeOffset StartedAt)
{
    /// <summary>When it ended; absent while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it; absent while it goes on and when it was cancelled.</summary>
    public ImportOutcome? Result { get; init; }

    /// <summary>It was cancelled, and nothing was stored.</summary>
    public bool Cancelled { get; init; }

    /// <summary>How far it is, from 0 to 1: receiving counts as the first half. Absent while the file is checked, which takes as long as it takes.</summary>
    public double? Share => Stored is { Total: > 0 } stored ? 0.5 + (0.5 * stored.Done / stored.Total)
        : Received < Size ? 0.5 * Received / Size
        : EndedAt is null ? null : 1;
}
