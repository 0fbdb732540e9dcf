using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>Records as clients see them: the public fields in the order of the datamodel.</summary>
public static class RecordView
{
    /// <summary>The record of an object as it is now.</summary>
    public static XapiMap Of(XapiObject row) =>
        new(row.Class.PublicFields.Select(field => KeyValuePair.Create(field.Name, row[field])));
}
