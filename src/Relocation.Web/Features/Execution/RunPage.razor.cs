using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>A run, live: drawn again after changes and every second, at most four times a second.</summary>
public sealed partial class RunPage : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private RunWatch? watch;
    private RunPicture? picture;
    private RenderThrottle? throttle;
    private ITimer? clock;
    private ConfirmDialog? cancel;
    private Actor actor = Actor.Nobody;
    private bool missing;

    /// <summary>The run.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The move in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "move")]
    public string? Move { get; set; }

    /// <summary>Who is signed in.</summary>
    [CascadingParameter]
    public Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>The reader's zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>Gives the feed.</summary>
    [Inject]
    public required RunService Runs { get; set; }

    /// <summary>Gives the lines written before.</summary>
    [Inject]
    public required IRunJournal Journal { get; set; }

    /// <summary>Does what is asked.</summary>
    [Inject]
    public required RunControl Control { get; set; }

    /// <summary>Names of hosts and SRs.</summary>
    [Inject]
    public required CurrentInventory Inventory { get; set; }

    /// <summary>The clock.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>Pools hosted here, whose clock may run faster.</summary>
    [Inject]
    public required HostedPools Hosted { get; set; }

    /// <summary>Says what an action did.</summary>
    [Inject]
    public required Toasts Toasts { get; set; }

    /// <summary>Texts of refusals.</summary>
    [Inject]
    public required IStringLocalizer<OutcomeText> Outcomes { get; set; }

    /// <summary>Closes the drawer.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    private MoveRow? Chosen => Move is null ? null : picture?.Moves.FirstOrDefault(row => row.Move.Id.ToString() == Move);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
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
        clock = Time.CreateTimer(_ => throttle.Request(), null, Tick, Tick);
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (SignedIn is not null)
        {
            actor = Actor.Of((await SignedIn).User);
        }

        if (watch?.State?.Run.Id != new RunId(Id))
        {
            await WatchAsync(new RunId(Id));
        }
    }

    private async Task WatchAsync(RunId run)
    {
        var before = watch;
        picture = null;
        watch = new RunWatch(Runs, Journal, Time, Hosted.Speed, throttle!.Request);
        missing = !await watch.BeginAsync(run);
        if (before is not null)
        {
            await before.DisposeAsync();
        }

        Redraw();
    }

    private void Redraw()
    {
        picture = watch?.State is { } state ? RunPicture.Of(state, watch.Pace, Time.GetUtcNow()) : null;
        StateHasChanged();
    }

    private IReadOnlyList<JournalEntry> Lines(MoveId move) => [.. watch!.Entries.Where(entry => entry.Move == move)];

    private string? Why(string? reason) => !actor.May(Permission.Operate) ? OutcomeText.Sentence(Outcomes, ActionOutcome.Forbidden)
        : reason is null ? null
        : OutcomeText.Sentence(Outcomes, ActionOutcome.Refused(reason));

    private Task PauseAsync() => TellAsync("Pause", Control.PauseAsync(actor, new RunId(Id), CancellationToken.None));

    private Task ResumeAsync() => TellAsync("Resume", Control.ResumeAsync(actor, new RunId(Id), CancellationToken.None));

    private Task CancelAsync() => TellAsync("CancelRun", Control.CancelAsync(actor, new RunId(Id), CancellationToken.None));

    private Task AskAsync((MoveAsk Ask, MoveId Move) asked) => TellAsync("Ask" + asked.Ask, asked.Ask switch
    {
        MoveAsk.Cancel => Control.CancelMoveAsync(actor, new RunId(Id), asked.Move, CancellationToken.None),
        MoveAsk.Retry => Control.RetryMoveAsync(actor, new RunId(Id), asked.Move, CancellationToken.None),
        MoveAsk.ObserveAgain => Control.ResolveAsync(actor, new RunId(Id), asked.Move, UnknownResolution.ObserveAgain, CancellationToken.None),
        _ => Control.ResolveAsync(actor, new RunId(Id), asked.Move, UnknownResolution.DeclareFailed, CancellationToken.None),
    });

    private async Task TellAsync(string what, Task<ActionOutcome> asked)
    {
        var outcome = await asked;
        if (outcome.Done)
        {
            Toasts.Done(Text[what], Text["Accepted"]);
        }
        else
        {
            Toasts.Failed(Text[what], OutcomeText.Sentence(Outcomes, outcome));
        }
    }

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("move", (string?)null));
}
