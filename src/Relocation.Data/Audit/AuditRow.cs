namespace Relocation.Data.Audit;

/// <summary>An entry of the audit log; never changed.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string ObjectKind { get; init; }

    public required string ObjectId { get; init; }

    public required string Outcome { get; init; }

    /// <summary>A JSON object of texts.</summary>
    public required string Detail { get; init; }
}
