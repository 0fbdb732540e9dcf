using System.Text;

namespace Relocation.Simulator.Database;

/// <summary>The bracketed lists of a database file: <c>('a' 'b')</c> and <c>(('k' 'v') ('l' 'w'))</c> (ocaml/libs/sexpr/sExprLexer.mll).</summary>
internal static class SExpression
{
    /// <summary>A text in quotes; quotes and backslashes in it are escaped.</summary>
    public static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>The items of a set; null when the text is none.</summary>
    public static List<string>? TryReadSet(string text)
    {
        var at = 0;
        if (!Open(text, ref at))
        {
            return null;
        }
        var items = new List<string>();
        while (!Close(text, ref at))
        {
            if (at >= text.Length || text[at] == '(' || Word(text, ref at) is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        return items;
    }

    /// <summary>The entries of a map; null when the text is none.</summary>
    public static List<KeyValuePair<string, string>>? TryReadMap(string text)
    {
        var at = 0;
        if (!Open(text, ref at))
        {
            return null;
        }
        var entries = new List<KeyValuePair<string, string>>();
        while (!Close(text, ref at))
        {
            if (!Open(text, ref at) || Word(text, ref at) is not { } key || Word(text, ref at) is not { } value || !Close(text, ref at))
            {
                return null;
            }
            entries.Add(KeyValuePair.Create(key, value));
        }
        return entries;
    }

    private static bool Open(string text, ref int at) => Take(text, '(', ref at);

    private static bool Close(string text, ref int at) => Take(text, ')', ref at);

    private static bool Take(string text, char wanted, ref int at)
    {
        SkipSpace(text, ref at);
        if (at < text.Length && text[at] == wanted)
        {
            at++;
            return true;
        }
        return false;
    }

    private static string? Word(string text, ref int at)
    {
        SkipSpace(text, ref at);
        if (at >= text.Length)
        {
            return null;
        }
        return text[at] == '\'' ? Quoted(text, ref at) : Bare(text, ref at);
    }

    private static string? Quoted(string text, ref int at)
    {
        var word = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\'':
                    at++;
                    return word.ToString();
                case '\\' when at + 1 < text.Length && text[at + 1] is '\'' or '\\':
                    word.Append(text[++at]);
                    break;
                default:
                    word.Append(text[at]);
                    break;
            }
        }
        return null;
    }

    private static string? Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '\''))
        {
            at++;
        }
        return at == start ? null : text[start..at];
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
