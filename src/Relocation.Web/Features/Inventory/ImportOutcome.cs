using Relocation.Data.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>What came of an import.</summary>
/// <param name="Capture">What was stored, or null when nothing was.</param>
/// <param name="Outcome">Done, or why not.</param>
public sealed record ImportOutcome(CaptureResult? Capture, ActionOutcome Outcome);
