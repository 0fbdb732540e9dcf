using Relocation.Simulator.Schema;

namespace Relocation.Simulator.Database;

/// <summary>The rows of one class by reference and by uuid. The database's lock guards it.</summary>
internal sealed class ObjectTable(XapiClass @class)
{
    private readonly Dictionary<string, XapiObject> byRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XapiObject> byUuid = new(StringComparer.Ordinal);
    private XapiObject[]? ordered;

    public XapiClass Class { get; } = @class;

    public int Count => byRef.Count;

    /// <summary>Rows by descending reference: the order in which xapi lists them (a fold over an ordered map that conses).</summary>
    public IReadOnlyList<XapiObject> Rows => ordered ??= [.. byRef.Values.OrderByDescending(row => row.Ref, StringComparer.Ordinal)];

    public XapiObject? Find(string reference) => byRef.GetValueOrDefault(reference);

    public XapiObject? FindByUuid(string uuid) => byUuid.GetValueOrDefault(uuid);

    public void Add(XapiObject row)
    {
        byRef.Add(row.Ref, row);
        byUuid[row.Uuid] = row;
        ordered = null;
    }

    public void Remove(XapiObject row)
    {
        byRef.Remove(row.Ref);
        byUuid.Remove(row.Uuid);
        ordered = null;
    }

    /// <summary>Follows a change of a row's uuid.</summary>
    public void Rename(XapiObject row, string before)
    {
        byUuid.Remove(before);
        byUuid[row.Uuid] = row;
    }
}
