using System.Text;
using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;

namespace Relocation.Simulator.Dispatch;

/// <summary>
/// The expressions of get_all_records_where: <c>field "name__label"="x"</c> with and, or, not and brackets. Fields are named by
/// their database columns and compared as the database's text (ocaml/database/db_filter.ml, db_filter_parse.mly).
/// </summary>
public sealed class RowFilter
{
    private readonly List<(char Kind, string Text)> tokens;
    private readonly string expression;
    private int at;

    private RowFilter(string expression)
    {
        this.expression = expression;
        tokens = [];
        Lex();
    }

    /// <summary>Whether a row fulfils the expression.</summary>
    /// <exception cref="XapiException">INTERNAL_ERROR: a field is unknown.</exception>
    public Func<XapiObject, bool> Matches { get; private set; } = _ => true;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="XapiException">INVALID_VALUE: it is malformed.</exception>
    public static RowFilter Parse(string expression)
    {
        var filter = new RowFilter(expression);
        filter.Matches = filter.Or();
        return filter.at == filter.tokens.Count ? filter : throw filter.Malformed("Stdlib.Parsing.Parse_error");
    }

    private void Lex()
    {
        for (var index = 0; index < expression.Length;)
        {
            var letter = expression[index];
            if (char.IsWhiteSpace(letter))
            {
                index++;
            }
            else if (letter is '(' or ')' or '=')
            {
                tokens.Add((letter, ""));
                index++;
            }
            else if (letter is '"' or '\'')
            {
                tokens.Add(('s', Quoted(letter, ref index)));
            }
            else
            {
                tokens.Add((Word(ref index), ""));
            }
        }
    }

    private string Quoted(char quote, ref int index)
    {
        var text = new StringBuilder();
        for (index++; index < expression.Length && expression[index] != quote; index++)
        {
            if (expression[index] == '\\' && index + 1 < expression.Length)
            {
                index++;
            }
            text.Append(expression[index]);
        }
        if (index++ >= expression.Length)
        {
            throw Malformed("Failure(\"lexing: empty token\")");
        }
        return text.ToString();
    }

    private char Word(ref int index)
    {
        foreach (var (word, kind) in ((string, char)[])[("field", 'f'), ("true", 't'), ("True", 't'), ("false", 'n'), ("False", 'n'), ("and", 'a'), ("or", 'o'), ("not", '!')])
        {
            if (string.CompareOrdinal(expression, index, word, 0, word.Length) == 0)
            {
                index += word.Length;
                return kind;
            }
        }
        throw Malformed("Failure(\"lexing: empty token\")");
    }

    private Func<XapiObject, bool> Or()
    {
        var left = And();
        while (Take('o'))
        {
            var (first, second) = (left, And());
            left = row => first(row) || second(row);
        }
        return left;
    }

    private Func<XapiObject, bool> And()
    {
        var left = Not();
        while (Take('a'))
        {
            var (first, second) = (left, Not());
            left = row => first(row) && second(row);
        }
        return left;
    }

    private Func<XapiObject, bool> Not()
    {
        if (Take('!'))
        {
            var inner = Not();
            return row => !inner(row);
        }
        if (Take('('))
        {
            var inner = Or();
            return Take(')') ? inner : throw Malformed("Stdlib.Parsing.Parse_error");
        }
        if (Take('t'))
        {
            return _ => true;
        }
        return Take('n') ? _ => false : Comparison();
    }

    private Func<XapiObject, bool> Comparison()
    {
        var left = Operand();
        if (!Take('='))
        {
            throw Malformed("Stdlib.Parsing.Parse_error");
        }
        var right = Operand();
        return row => left(row) == right(row);
    }

    private Func<XapiObject, string> Operand()
    {
        var isField = Take('f');
        if (at >= tokens.Count || tokens[at].Kind != 's')
        {
            throw Malformed("Stdlib.Parsing.Parse_error");
        }
        var text = tokens[at++].Text;
        return isField ? row => ColumnText.Write(row[FieldOf(row.Class, text)]) : _ => text;
    }

    private static XapiField FieldOf(XapiClass type, string column) =>
        type.Fields.FirstOrDefault(field => field.Column == column) ?? throw new XapiException("INTERNAL_ERROR", "missing field", column, "");

    private bool Take(char kind)
    {
        if (at < tokens.Count && tokens[at].Kind == kind)
        {
            at++;
            return true;
        }
        return false;
    }

    private XapiException Malformed(string reason) => new("INVALID_VALUE", expression, reason);
}
