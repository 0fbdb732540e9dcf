using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Which field a column of a table fills. Rows of a table have their columns in one order, so that the last row foretells the next.</summary>
internal sealed class TableColumns(XapiClass type)
{
    /// <summary>The column is none that is read.</summary>
    public const int Ignored = -1;

    /// <summary>The column is the row's own reference.</summary>
    public const int Reference = -2;

    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Index)> order = [];
    private int position;

    /// <summary>Different names met.</summary>
    public int Names => indexes.Count;

    /// <summary>Begins a row.</summary>
    public void StartRow() => position = 0;

    /// <summary>The field of the row's next column.</summary>
    /// <param name="name">Its name, as the parser's name table holds it: equal names are one object.</param>
    public int IndexOfNext(string name)
    {
        var at = position++;
        if (at < order.Count && ReferenceEquals(order[at].Name, name))
        {
            return order[at].Index;
        }

        if (!indexes.TryGetValue(name, out var index))
        {
            index = name == "ref" ? Reference : type.IndexOfColumn(name) is >= 0 and var found ? found : Ignored;
            indexes.Add(name, index);
        }

        if (at < order.Count)
        {
            order[at] = (name, index);
        }
        else
        {
            order.Add((name, index));
        }

        return index;
    }
}
