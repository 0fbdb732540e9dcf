using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations;

/// <summary>The fields of an object that a copy of it takes over.</summary>
internal static class Fields
{
    /// <summary>All fields that do not point at other objects, but the uuid and what runs.</summary>
    public static Dictionary<string, XapiValue> Copied(XapiObject row)
    {
        var fields = new Dictionary<string, XapiValue>(StringComparer.Ordinal);
        foreach (var field in row.Class.Fields)
        {
            if (field.Name is "uuid" or "allowed_operations" or "current_operations" || field.Relation is not null || PointsAway(field.Type))
            {
                continue;
            }
            fields[field.Name] = row[field];
        }
        return fields;
    }

    private static bool PointsAway(XapiType type) => type.Kind switch
    {
        XapiTypeKind.Ref => true,
        XapiTypeKind.Set or XapiTypeKind.Option => PointsAway(type.Element!),
        XapiTypeKind.Map => PointsAway(type.Key!) || PointsAway(type.Element!),
        _ => false,
    };
}
