using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Relocation.Core.Preflight;
using Relocation.Web.Features;

namespace Relocation.Web.Api;

/// <summary>Turns outcomes of actions into answers: problem details with the stable code, its parameters and a text in the caller's language.</summary>
public sealed class ApiAnswer(IStringLocalizer<OutcomeText> text)
{
    /// <summary>The body when done, else the refusal.</summary>
    public Results<Ok<T>, ProblemHttpResult> Of<T>(ActionOutcome outcome, T? body)
        where T : class => outcome.Done && body is not null ? TypedResults.Ok(body) : Refusal(outcome);

    /// <summary>No content when done, else the refusal.</summary>
    public Results<NoContent, ProblemHttpResult> Of(ActionOutcome outcome) => outcome.Done ? TypedResults.NoContent() : Refusal(outcome);

    /// <summary>The refusal, with what was found where findings are its cause.</summary>
    public ProblemHttpResult Refusal(ActionOutcome outcome, IReadOnlyList<Finding>? findings = null) => TypedResults.Problem(
        title: Sentence(outcome),
        statusCode: StatusOf(outcome.Code),
        extensions: new Dictionary<string, object?> { ["code"] = outcome.Code, ["parameters"] = outcome.Parameters, ["findings"] = findings ?? [] });

    private static int StatusOf(string code) => code switch
    {
        "forbidden" => StatusCodes.Status403Forbidden,
        "plan-changed-meanwhile" => StatusCodes.Status409Conflict,
        _ when code.EndsWith("-not-found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private string Sentence(ActionOutcome outcome) => OutcomeText.Sentence(text, outcome);
}
