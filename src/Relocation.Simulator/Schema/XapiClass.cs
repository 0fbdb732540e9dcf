using System.Collections.Frozen;

namespace Relocation.Simulator.Schema;

/// <summary>A class of objects.</summary>
public sealed class XapiClass
{
    private readonly FrozenDictionary<string, XapiField> byName;

    /// <summary>Makes a class of its facts.</summary>
    public XapiClass(string name, string flags, IReadOnlyList<XapiField> fields)
    {
        Name = name;
        EventName = name.ToLowerInvariant();
        IsEvented = flags.Contains('e', StringComparison.Ordinal);
        IsInDatabase = flags.Contains('d', StringComparison.Ordinal);
        IsPersistent = flags.Contains('p', StringComparison.Ordinal);
        Fields = fields;
        PublicFields = [.. fields.Where(field => !field.IsInternal)];
        byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Uuid = byName.GetValueOrDefault("uuid");
        NameLabel = byName.GetValueOrDefault("name_label");
    }

    /// <summary>Its name as the API spells it.</summary>
    public string Name { get; }

    /// <summary>Its name in events: lower case.</summary>
    public string EventName { get; }

    /// <summary>Whether changes of its objects are events.</summary>
    public bool IsEvented { get; }

    /// <summary>Whether its objects are rows of the database.</summary>
    public bool IsInDatabase { get; }

    /// <summary>Whether its rows are written to a database file.</summary>
    public bool IsPersistent { get; }

    /// <summary>All fields, in the order of the datamodel; a field's index is its place here.</summary>
    public IReadOnlyList<XapiField> Fields { get; }

    /// <summary>The fields of a record, in the order of the wire.</summary>
    public IReadOnlyList<XapiField> PublicFields { get; }

    /// <summary>The uuid field, where the class has one.</summary>
    public XapiField? Uuid { get; }

    /// <summary>The name_label field, where the class has one.</summary>
    public XapiField? NameLabel { get; }

    /// <summary>The field of a name, or null.</summary>
    public XapiField? FindField(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field of a name.</summary>
    /// <exception cref="KeyNotFoundException">The class has no such field: an error of the caller's code.</exception>
    public XapiField Field(string name) =>
        byName.TryGetValue(name, out var field) ? field : throw new KeyNotFoundException($"{Name} has no field '{name}'.");
}
