using System.Net;
using System.Text.RegularExpressions;

namespace Relocation.Architecture.Tests;

/// <summary>Finds text that people would read in .razor markup: between tags, and in attributes that are shown or spoken.</summary>
internal static partial class RazorText
{
    public static IEnumerable<string> Literals(SourceFile file)
    {
        var markup = CodeBlock().Replace(Remark().Replace(file.Text, ""), "");
        foreach (Match attribute in SpokenAttribute().Matches(markup))
        {
            if (HasWord(attribute.Groups["text"].Value))
            {
                yield return $"{file.Path}: {attribute.Value}";
            }
        }

        foreach (Match text in BetweenTags().Matches(markup))
        {
            if (HasWord(Expression().Replace(text.Groups["text"].Value, "")))
            {
                yield return $"{file.Path}: {text.Groups["text"].Value.Trim()}";
            }
        }
    }

    /// <summary>Two letters in a row make a word; units and symbols belong to formatting and are caught there.</summary>
    private static bool HasWord(string text) => !text.TrimStart().StartsWith('@') && Word().IsMatch(WebUtility.HtmlDecode(text));

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<style.*?</style>|<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"@(code|functions)\s*\{.*\z|@\{.*?\n\}|^@(page|using|inject|inherits|implements|attribute|typeparam|layout|rendermode|namespace|preservewhitespace)[^\n]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\b(title|placeholder|alt|aria-label|aria-description|Title|Label|Placeholder|Tooltip|Header|AriaLabel|Message|Text|Description|Heading|Caption)=""(?<text>[^""@][^""]*)""")]
    private static partial Regex SpokenAttribute();

    // Text directly between a tag's end and the next tag on the same element; code lines (ending in ; { } or starting with a keyword) are not text.
    [GeneratedRegex(@"<[a-zA-Z][^<>]*(?<!=)>(?<text>[^<>{};=]+?)</")]
    private static partial Regex BetweenTags();

    [GeneratedRegex(@"@\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|@[\w.!?]+(\[[^\]]*\]|\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\))*([.\w!?]+(\[[^\]]*\]|\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\))*)*")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
