using Microsoft.AspNetCore.Components;
using Relocation.Core.Inventory;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Inventory;

/// <summary>A component over the current inventory: reads it at first, and again after changes, at most twice a second.</summary>
public abstract class InventoryComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private RenderThrottle? throttle;

    /// <summary>What is known now.</summary>
    [Inject]
    public required CurrentInventory Inventory { get; set; }

    /// <summary>Paces the renders.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        Inventory.Changed -= Follow;
        throttle?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        throttle = new RenderThrottle(() => InvokeAsync(Reread), Pace, Time);
        Inventory.Changed += Follow;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => Read(Inventory.Set);

    /// <summary>Takes from the set what the component shows. The set stays as it is for as long as it is held.</summary>
    protected abstract void Read(InventorySet set);

    private void Follow(PoolId pool) => throttle?.Request();

    private void Reread()
    {
        Read(Inventory.Set);
        StateHasChanged();
    }
}
