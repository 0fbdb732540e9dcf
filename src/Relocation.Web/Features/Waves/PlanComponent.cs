using Microsoft.AspNetCore.Components;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Settings;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Waves;

/// <summary>A page over one relocation: its plan is named in the address (`plan`), else it is the one changed last. Follows the inventory, at most once a second.</summary>
public abstract class PlanComponent : ActingComponent, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private RenderThrottle? throttle;

    /// <summary>Stored plans.</summary>
    [Inject]
    public required PlanStore Plans { get; set; }

    /// <summary>Edits them.</summary>
    [Inject]
    public required PlanEditing Editing { get; set; }

    /// <summary>What is known of the pools.</summary>
    [Inject]
    public required CurrentInventory Inventory { get; set; }

    /// <summary>Says why an edit was refused.</summary>
    [Inject]
    public required Toasts Toasts { get; set; }

    /// <summary>The address.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Paces the renders.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>The relocation's id.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? PlanKey { get; set; }

    /// <summary>What is open beside the list: kind, colon, id.</summary>
    [SupplyParameterFromQuery(Name = "open")]
    public string? Open { get; set; }

    /// <summary>All relocations, the one changed last first; null before they are known.</summary>
    protected IReadOnlyList<PlanSummary>? Summaries { get; private set; }

    /// <summary>The relocation shown; null when there is none.</summary>
    protected RelocationPlan? Plan { get; private set; }

    /// <summary>Why plans cannot be changed by this person; null when they can.</summary>
    protected string? Locked => Lacking(Permission.Plan);

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
        throttle = new RenderThrottle(() => InvokeAsync(RefreshAsync), Pace, Time);
        Inventory.Changed += Follow;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        await LoadAsync();
    }

    /// <summary>Takes from plan and inventory what the page shows.</summary>
    protected abstract Task ReadAsync(RelocationPlan? plan, InventorySet set);

    /// <summary>Reads list and plan anew.</summary>
    protected async Task LoadAsync()
    {
        Summaries = [.. (await Plans.ListAsync(CancellationToken.None)).OrderByDescending(summary => summary.ChangedAt).ThenBy(summary => summary.Id.ToString(), StringComparer.Ordinal)];
        var chosen = Summaries.FirstOrDefault(summary => summary.Id.ToString() == PlanKey) ?? (Summaries.Count > 0 ? Summaries[0] : null);
        Plan = chosen is null ? null : await Plans.LoadAsync(chosen.Id, CancellationToken.None);
        await ReadAsync(Plan, Inventory.Set);
    }

    /// <summary>Stores an edit made on the plan as it is shown; a refusal is told in a corner.</summary>
    protected async Task<bool> EditAsync(string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit)
    {
        if (Plan is not { } plan)
        {
            return false;
        }

        var result = await Editing.EditAsync(Actor, plan.Id, plan.Revision, action, edit, CancellationToken.None);
        Tell(result.Outcome);
        await LoadAsync();
        StateHasChanged();
        return result.Outcome.Done;
    }

    /// <summary>Tells a refusal; says nothing when done.</summary>
    protected void Tell(ActionOutcome outcome)
    {
        if (!outcome.Done)
        {
            Toasts.Failed(Sentence(outcome));
        }
    }

    /// <summary>Opens something beside the list, or closes it.</summary>
    protected void Show(string? what) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("open", what));

    /// <summary>Goes to another relocation.</summary>
    protected void ChoosePlan(string? id) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["plan"] = id, ["open"] = null, ["wave"] = null }));

    private void Follow(PoolId pool) => throttle?.Request();

    private async Task RefreshAsync()
    {
        await ReadAsync(Plan, Inventory.Set);
        StateHasChanged();
    }
}
