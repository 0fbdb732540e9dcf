using System.Collections.Frozen;

namespace Relocation.Xapi.Records;

/// <summary>A class of the XAPI data model with the fields that the inventory reads.</summary>
public sealed class XapiClass
{
    private readonly FrozenDictionary<string, int> indexes;

    internal XapiClass(int number, string name, string fields)
    {
        Number = number;
        Name = name;
        Fields = ["uuid", .. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        indexes = Fields.Select((field, index) => KeyValuePair.Create(field, index)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Name as the API and the database spell it: `VM`, `host`, `VM_guest_metrics`.</summary>
    public string Name { get; }

    /// <summary>API names of the fields that are read; any other is unknown here.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Position in <see cref="XapiClasses.All"/>.</summary>
    internal int Number { get; }

    /// <summary>Position of a field.</summary>
    /// <exception cref="ArgumentException">A mapping asks for a field that its class does not declare.</exception>
    internal int IndexOf(string field) => indexes.TryGetValue(field, out var index) ? index : throw new ArgumentException($"{Name} declares no field {field}");

    /// <summary>Position of the field a database column belongs to, or -1.</summary>
    internal int IndexOfColumn(string column)
    {
        for (var index = 0; index < Fields.Count; index++)
        {
            if (ColumnNames.Of(Name, Fields[index]) == column)
            {
                return index;
            }
        }

        return -1;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
