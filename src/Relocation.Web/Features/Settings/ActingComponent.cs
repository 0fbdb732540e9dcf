using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Relocation.Web.Access;

namespace Relocation.Web.Features.Settings;

/// <summary>A component that does things on behalf of the person signed in.</summary>
public abstract class ActingComponent : ComponentBase
{
    /// <summary>Who is signed in.</summary>
    [CascadingParameter]
    public Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>Texts of refusals.</summary>
    [Inject]
    public required IStringLocalizer<OutcomeText> Outcomes { get; set; }

    /// <summary>The actor behind the page; nobody before it is known.</summary>
    protected Actor Actor { get; private set; } = Actor.Nobody;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (SignedIn is not null)
        {
            Actor = Actor.Of((await SignedIn).User);
        }
    }

    /// <summary>Why an action was refused, in the reader's language.</summary>
    protected string Sentence(ActionOutcome outcome) => OutcomeText.Sentence(Outcomes, outcome);

    /// <summary>Why a permission is lacking, for a button's hint; null when it is held.</summary>
    protected string? Lacking(Permission permission) => Actor.May(permission) ? null : Sentence(ActionOutcome.Forbidden);
}
