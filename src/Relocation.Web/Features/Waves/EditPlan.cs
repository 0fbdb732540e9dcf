using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>Edits the plan a page shows, stores it, and says why not when refused.</summary>
/// <param name="action">Stable code for history and audit log.</param>
/// <param name="edit">The edit.</param>
/// <returns>Whether it was done.</returns>
public delegate Task<bool> EditPlan(string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit);
