using Microsoft.Extensions.Localization;

namespace Relocation.Web.Features;

/// <summary>Names the texts of refusals: one per stable code, with `{name}` where a parameter goes.</summary>
public sealed class OutcomeText
{
    private OutcomeText()
    {
    }

    /// <summary>The refusal in the present language; a code without a text is shown as it is, with its parameters.</summary>
    public static string Sentence(IStringLocalizer<OutcomeText> text, ActionOutcome outcome)
    {
        var found = text[outcome.Code];
        if (found.ResourceNotFound)
        {
            return outcome.Parameters.Count == 0
                ? outcome.Code
                : $"{outcome.Code} ({string.Join(", ", outcome.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}: {parameter.Value}"))})";
        }

        return outcome.Parameters.Aggregate(found.Value, (sentence, parameter) => sentence.Replace($"{{{parameter.Key}}}", parameter.Value, StringComparison.Ordinal));
    }
}
