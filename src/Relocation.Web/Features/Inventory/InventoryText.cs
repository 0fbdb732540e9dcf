namespace Relocation.Web.Features.Inventory;

/// <summary>Names the resources with the texts of the inventory pages.</summary>
public sealed class InventoryText;
