namespace Relocation.Data.Audit;

/// <summary>Who did what.</summary>
/// <param name="Id">Position in the log; grows.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Person or token.</param>
/// <param name="Action">Stable code, such as `run.start`.</param>
/// <param name="ObjectKind">What kind of thing it was done to, such as `run`.</param>
/// <param name="ObjectId">Which one.</param>
/// <param name="Outcome">`done`, or the stable code of why it was refused.</param>
/// <param name="Detail">Facts by name; no secrets.</param>
public sealed record AuditEntry(
    long Id,
    DateTimeOffset At,
    string Actor,
    string Action,
    string ObjectKind,
    string ObjectId,
    string Outcome,
    IReadOnlyDictionary<string, string> Detail);
