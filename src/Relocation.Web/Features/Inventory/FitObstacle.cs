namespace Relocation.Web.Features.Inventory;

/// <summary>What stands against a move to a host.</summary>
/// <param name="Code">Stable code; `Fit-CODE` names its text.</param>
/// <param name="Detail">What the text speaks of: names or amounts, as shown.</param>
public sealed record FitObstacle(string Code, string Detail);
