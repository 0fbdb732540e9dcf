namespace Relocation.Data.Runs;

/// <summary>A line of a run's journal.</summary>
internal sealed class JournalRow
{
    public required Guid Run { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public Guid? Move { get; init; }

    public string? Step { get; init; }

    /// <summary>A JSON object of texts.</summary>
    public required string Detail { get; init; }
}
