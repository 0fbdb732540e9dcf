namespace Relocation.Data.Runs;

/// <summary>A run. The document is the record; the columns beside it are what is searched and what the fence compares.</summary>
internal sealed class RunRow
{
    public required Guid Id { get; init; }

    public required Guid Relocation { get; init; }

    public required string State { get; init; }

    /// <summary>Not ended yet.</summary>
    public required bool Active { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Authoritative: the document's own copy is replaced by it when read.</summary>
    public required long Epoch { get; init; }

    /// <summary>The process that took the run over last; empty before the first.</summary>
    public required string Owner { get; init; }

    /// <summary>Sequence of the last journal line; the next one is taken in the same UPDATE that checks the epoch.</summary>
    public required long LastSequence { get; init; }

    public required string Document { get; init; }
}
