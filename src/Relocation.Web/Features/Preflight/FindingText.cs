using System.Globalization;
using Microsoft.Extensions.Localization;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Preflight;

/// <summary>Names the texts of findings: for each code a title, a sentence and, through the remedy's code, what to do.</summary>
public sealed class FindingText
{
    private FindingText()
    {
    }

    /// <summary>A few words for lists and heads.</summary>
    public static string Title(IStringLocalizer<FindingText> text, string code) => text["title." + code];

    /// <summary>What was found, with its facts filled in: sizes written for people, coded values by their words.</summary>
    public static string Sentence(IStringLocalizer<FindingText> text, Finding finding) =>
        finding.Parameters.Aggregate(text[finding.Code].Value, (sentence, pair) => sentence.Replace($"{{{pair.Key}}}", Word(text, pair.Key, pair.Value), StringComparison.Ordinal));

    /// <summary>What to do about it; null when nothing needs doing.</summary>
    public static string? Remedy(IStringLocalizer<FindingText> text, string remedyCode) => remedyCode.Length == 0 ? null : text["remedy." + remedyCode].Value;

    private static string Word(IStringLocalizer<FindingText> text, string name, string value)
    {
        if (name.EndsWith("Bytes", StringComparison.Ordinal) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
        {
            return Format.Size(new ByteSize(bytes));
        }

        var word = name is "reason" or "cause" or "state" ? text["word." + value] : null;
        return word is { ResourceNotFound: false } ? word.Value : value.Length > 0 ? value : Format.Absent;
    }
}
