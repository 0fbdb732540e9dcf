namespace Relocation.Core.Preflight;

/// <summary>What a check may find; all of them together are the catalogue.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">What it means.</param>
/// <param name="RemedyCode">What to do about it; empty when there is nothing to do.</param>
/// <param name="Predicts">XAPI error code it foresees; empty when XAPI does not check it.</param>
/// <param name="Transient">It may pass by itself.</param>
public sealed record FindingKind(string Code, Severity Severity, string RemedyCode, string Predicts, bool Transient = false);
