namespace Relocation.Data.Audit;

/// <summary>What to look for in the audit log; what is null is not asked for.</summary>
public sealed record AuditQuery
{
    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>By this person or token.</summary>
    public string? Actor { get; init; }

    /// <summary>With this action code.</summary>
    public string? Action { get; init; }

    /// <summary>On this kind of thing.</summary>
    public string? ObjectKind { get; init; }

    /// <summary>On this thing.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Entries to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Most entries returned.</summary>
    public int Take { get; init; } = 100;
}
