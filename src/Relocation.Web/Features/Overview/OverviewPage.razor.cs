using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Access;
using Relocation.Web.Features.Execution;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Waves;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Overview;

/// <summary>The relocation at a glance, live: from the inventory as it changes and from the feed of the run that goes on.</summary>
public sealed partial class OverviewPage : ComponentBase, IAsyncDisposable
{
    private const string Calls = "VM.assert_can_migrate\nhost.migrate_receive\nVM.migrate_send";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Reread = TimeSpan.FromSeconds(3);
    private IReadOnlyList<PlanSummary> plans = [];
    private IReadOnlyDictionary<VmId, MoveRecord> moves = new Dictionary<VmId, MoveRecord>();
    private IReadOnlyList<Need> needs = [];
    private OverviewFacts? facts;
    private SitePicture? sites;
    private RunPicture? run;
    private RunWatch? watch;
    private RenderThrottle? throttle;
    private ITimer? clock;
    private ConfirmDialog? confirm;
    private Actor actor = Actor.Nobody;
    private ActionOutcome? refusal;
    private bool looked;
    private bool reading;
    private bool starting;

    /// <summary>The relocation shown; the one changed last when absent.</summary>
    [SupplyParameterFromQuery(Name = "relocation")]
    public string? Relocation { get; set; }

    /// <summary>Who is signed in.</summary>
    [CascadingParameter]
    public Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>What is where.</summary>
    [Inject]
    public required CurrentInventory Inventory { get; set; }

    /// <summary>Everything else that is shown.</summary>
    [Inject]
    public required OverviewQuery Query { get; set; }

    /// <summary>Starts a wave.</summary>
    [Inject]
    public required WaveStart Waves { get; set; }

    /// <summary>Gives the feed of the run.</summary>
    [Inject]
    public required RunService Runs { get; set; }

    /// <summary>Its lines.</summary>
    [Inject]
    public required IRunJournal Journal { get; set; }

    /// <summary>The clock.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>Pools hosted here, whose clock may run faster.</summary>
    [Inject]
    public required HostedPools Hosted { get; set; }

    /// <summary>Changes the relocation shown.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Says what an action did.</summary>
    [Inject]
    public required Toasts Toasts { get; set; }

    private string? WhyNot => starting ? Text["Starting"].Value
        : actor.May(Permission.Operate) ? null
        : OutcomeText.Sentence(Outcomes, ActionOutcome.Forbidden);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Inventory.Changed -= Follow;
        clock?.Dispose();
        throttle?.Dispose();
        if (watch is not null)
        {
            await watch.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        throttle = new RenderThrottle(() => InvokeAsync(Redraw), Pace, Time);
        clock = Time.CreateTimer(_ => _ = InvokeAsync(ReadAsync), null, Reread, Reread);
        Inventory.Changed += Follow;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (SignedIn is not null)
        {
            actor = Actor.Of((await SignedIn).User);
        }

        await ReadAsync();
    }

    private void Follow(PoolId pool) => throttle?.Request();

    private async Task ReadAsync()
    {
        if (reading)
        {
            return;
        }

        reading = true;
        try
        {
            plans = await Query.PlansAsync(CancellationToken.None);
            var chosen = plans.FirstOrDefault(plan => plan.Id.ToString() == Relocation) ?? (plans.Count > 0 ? plans[0] : null);
            var loaded = chosen is null ? null : await Query.LoadAsync(chosen.Id, CancellationToken.None);
            await WatchAsync(loaded?.Active?.Run.Id);

            // Together, after the last wait: the page may be drawn during any of them, and needs all or nothing.
            (facts, looked) = (loaded, true);
        }
        finally
        {
            reading = false;
        }

        Redraw();
    }

    private async Task WatchAsync(RunId? active)
    {
        if (watch?.State?.Run.Id == active)
        {
            return;
        }

        if (watch is not null)
        {
            await watch.DisposeAsync();
            watch = null;
        }

        if (active is { } id)
        {
            watch = new RunWatch(Runs, Journal, Time, Hosted.Speed, throttle!.Request);
            await watch.BeginAsync(id);
        }
    }

    private void Redraw()
    {
        if (facts is { } known)
        {
            moves = known.Moves(watch?.State);
            sites = new SitePicture(known.Plan, Inventory.Set, moves, known.Blocked);
            needs = Need.Of(known, moves.Values);
            run = watch?.State is { } state && !state.Run.State.HasEnded() ? RunPicture.Of(state, watch.Pace, Time.GetUtcNow()) : null;
        }

        StateHasChanged();
    }

    private Task AskAsync() => confirm?.ShowAsync() ?? Task.CompletedTask;

    private async Task StartAsync()
    {
        if (facts?.Ready is not { } ready || starting)
        {
            return;
        }

        starting = true;
        refusal = null;
        try
        {
            var outcome = await Waves.RunAsync(actor, facts.Plan.Id, ready.Wave.Id, CancellationToken.None);
            refusal = outcome.Outcome.Done ? null : outcome.Outcome;
            if (outcome.Outcome.Done)
            {
                Toasts.Done(Text["Started", ready.Wave.Name], Text["StartedText"]);
            }
        }
        finally
        {
            starting = false;
        }

        await ReadAsync();
    }

    private void Choose(ChangeEventArgs change) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("relocation", change.Value?.ToString()));
}
