using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// Two rows of a class with one uuid. Real files hold one host or one disk noted twice under two references: there the first row counts and
/// both references lead to it. Two different objects with one uuid cannot be told apart afterwards and are refused.
/// </summary>
internal static class SameObject
{
    /// <summary>Warns when the rows describe one object, else throws.</summary>
    public static void RequireSame(XapiRecord first, XapiRecord second, WarningList warnings)
    {
        if (!IsSame(first, second))
        {
            throw DatabaseErrors.DuplicateUuid(second.Place, second.Type, second.Uuid, first.Place);
        }

        warnings.Add($"{second.Place}: {second.Type.Name} {second.Uuid} is noted again; the row at line {first.Place.Line}, column {first.Place.Column} counts.");
    }

    /// <summary>Whether both describe one object.</summary>
    public static bool IsSame(XapiRecord first, XapiRecord second) => first.Type.Name switch
    {
        "VDI" => first.Text("location").Length > 0 && first.Text("location") == second.Text("location") && first.Text("virtual_size") == second.Text("virtual_size"),
        "host" => first.Text("address").Length > 0 && first.Text("address") == second.Text("address") && first.Text("hostname") == second.Text("hostname"),
        _ => false,
    };
}
