using System.Text;

namespace Relocation.Xapi.Records;

/// <summary>
/// Sets and maps as the database stores them: `('a' 'b')` and `(('k' 'v') …)` (ocaml/libs/sexpr/sExprLexer.mll,
/// ocaml/database/string_marshall_helper.ml). Old files hold unquoted words too. Two levels are all there is, so that no input can nest.
/// </summary>
internal ref struct SExpression
{
    private readonly ReadOnlySpan<char> text;
    private int position;
    private bool checking;
    private bool wantsPairs;

    private SExpression(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Reads all items; false when the text is not of this grammar.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, List<RecordItem> items)
    {
        var reader = new SExpression(text);
        return reader.TryReadAll(items);
    }

    /// <summary>Whether the text is of this grammar, and of a map's where a map is wanted; makes no string.</summary>
    public static bool IsValid(ReadOnlySpan<char> text, bool asMap)
    {
        var reader = new SExpression(text) { checking = true, wantsPairs = asMap };
        return reader.TryReadAll(ItemList.Take());
    }

    /// <summary>Writes items back in the canonical form.</summary>
    public static string Write(IEnumerable<RecordItem> items)
    {
        var text = new StringBuilder("(");
        foreach (var item in items)
        {
            Separate(text);
            if (item.Value is null)
            {
                Quote(text, item.Key);
                continue;
            }

            text.Append('(');
            Quote(text, item.Key);
            text.Append(' ');
            Quote(text, item.Value);
            text.Append(')');
        }

        return text.Append(')').ToString();
    }

    private static void Separate(StringBuilder text)
    {
        if (text.Length > 1)
        {
            text.Append(' ');
        }
    }

    private static void Quote(StringBuilder text, string value) =>
        text.Append('\'').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');

    private bool TryReadAll(List<RecordItem> items)
    {
        SkipSpace();
        if (!TryTake('('))
        {
            return false;
        }

        while (true)
        {
            SkipSpace();
            if (position == text.Length)
            {
                // A real 5.5 file holds such a set; between two items nothing is lost or made up by closing it here.
                return true;
            }

            if (TryTake(')'))
            {
                SkipSpace();
                return position == text.Length;
            }

            if (!TryItem(out var item))
            {
                return false;
            }

            if (!checking)
            {
                items.Add(item);
            }
        }
    }

    private bool TryItem(out RecordItem item)
    {
        item = default;
        if (!TryTake('('))
        {
            var single = TryWord(out var word);
            item = new RecordItem(word, null);
            return single && !wantsPairs;
        }

        SkipSpace();
        if (!TryWord(out var key))
        {
            return false;
        }

        SkipSpace();
        if (!TryWord(out var value))
        {
            return false;
        }

        SkipSpace();
        item = new RecordItem(key, value);
        return TryTake(')');
    }

    private bool TryWord(out string word)
    {
        word = "";
        if (position >= text.Length)
        {
            return false;
        }

        if (text[position] == '\'')
        {
            position++;
            return TryQuoted(out word);
        }

        var start = position;
        while (position < text.Length && text[position] is not ('(' or ')' or '\'') && !char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        word = Made(text[start..position]);
        return position > start;
    }

    private bool TryQuoted(out string word)
    {
        word = "";
        var rest = text[position..];
        var end = rest.IndexOfAny('\'', '\\');
        if (end < 0)
        {
            return false;
        }

        if (rest[end] == '\'')
        {
            word = Made(rest[..end]);
            position += end + 1;
            return true;
        }

        return TryEscaped(out word);
    }

    /// <summary>Only `\'` and `\\` are escapes; any other backslash stands for itself.</summary>
    private bool TryEscaped(out string word)
    {
        var built = new StringBuilder();
        for (; position < text.Length; position++)
        {
            var letter = text[position];
            if (letter == '\'')
            {
                position++;
                word = built.ToString();
                return true;
            }

            if (letter == '\\' && position + 1 < text.Length && text[position + 1] is '\'' or '\\')
            {
                position++;
                letter = text[position];
            }

            built.Append(letter);
        }

        word = "";
        return false;
    }

    private readonly string Made(ReadOnlySpan<char> word) => checking ? "" : SharedText.Of(word);

    private bool TryTake(char wanted)
    {
        if (position >= text.Length || text[position] != wanted)
        {
            return false;
        }

        position++;
        return true;
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
