namespace Relocation.Xapi.Records;

/// <summary>
/// The database's column of an API field. Fields that the data model groups are joined by two underscores in the database and by one
/// in the API (ocaml/idl/datamodel_types.ml, full_name against ocaml/idl/ocaml_backend's db names); a pool's names are not grouped.
/// </summary>
internal static class ColumnNames
{
    private static readonly string[] Groups = ["name_", "memory_", "VCPUs_", "HVM_", "PV_", "actions_", "API_version_", "io_", "qos_"];

    public static string Of(string type, string field)
    {
        if (type is "pool" or "VM_guest_metrics")
        {
            return field;
        }

        foreach (var group in Groups)
        {
            if (field.StartsWith(group, StringComparison.Ordinal))
            {
                return string.Concat(group, "_", field.AsSpan(group.Length));
            }
        }

        return field;
    }
}
