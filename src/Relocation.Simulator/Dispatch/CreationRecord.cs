using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>The record a constructor takes: only what a creator may write counts, and what has no default must be there.</summary>
public static class CreationRecord
{
    /// <summary>The fields of a record by name, typed; absent ones have their declared defaults.</summary>
    /// <exception cref="XapiException">INTERNAL_ERROR: a field is missing or of another type.</exception>
    public static IReadOnlyList<KeyValuePair<string, XapiValue>> Read(XapiSchema schema, XapiClass type, XapiMap record)
    {
        var fields = new List<KeyValuePair<string, XapiValue>>();
        foreach (var field in type.PublicFields.Where(field => field.Qualifier != FieldQualifier.RunTime && field.Name != "uuid"))
        {
            var sent = record.Find(field.Name);
            if (sent is null && field.IsRequiredAtCreation)
            {
                throw XapiException.Internal($"Server_helpers.Dispatcher_FieldNotFound(\"{field.Name}\")");
            }
            fields.Add(KeyValuePair.Create(field.Name, sent is null ? field.Default : ArgumentReader.Read(schema, field.Type, sent)));
        }
        return fields;
    }
}
