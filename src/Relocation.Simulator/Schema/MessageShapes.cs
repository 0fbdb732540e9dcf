namespace Relocation.Simulator.Schema;

/// <summary>Parameters and results of the generated messages, which the resource leaves out (ocaml/idl/datamodel_utils.ml, messages_of_obj).</summary>
internal static class MessageShapes
{
    private static readonly XapiParameter Uuid = new("uuid", XapiType.Text, null);
    private static readonly XapiParameter Label = new("label", XapiType.Text, null);
    private static readonly XapiParameter Expression = new("expr", XapiType.Text, null);

    /// <summary>The field, parameters and result of a generated message; null of a custom one.</summary>
    public static (XapiField? Field, IReadOnlyList<XapiParameter> Parameters, XapiType Result)? Of(XapiClass owner, string name, MessageKind kind)
    {
        var reference = XapiType.RefTo(owner.Name);
        var self = new XapiParameter("self", reference, null);
        var references = new XapiType(XapiTypeKind.Set, Element: reference);
        var record = new XapiType(XapiTypeKind.Record, owner.Name);
        var records = new XapiType(XapiTypeKind.Map, Key: reference, Element: record);
        return kind switch
        {
            MessageKind.Custom => null,
            MessageKind.GetRecord => (null, [self], record),
            MessageKind.GetByUuid => (null, [Uuid], reference),
            MessageKind.GetByNameLabel => (null, [Label], references),
            MessageKind.GetAll => (null, [], references),
            MessageKind.GetAllWhere => (null, [Expression], references),
            MessageKind.GetAllRecordsWhere => (null, [Expression], records),
            MessageKind.GetAllRecords => (null, [], records),
            MessageKind.Create => (null, [new XapiParameter("args", record, null)], reference),
            MessageKind.Destroy => (null, [self], XapiType.Void),
            _ => OfField(owner, name, kind, self),
        };
    }

    /// <summary>The field that a hand-written accessor's name means: <c>set_X</c>, <c>get_X</c>, <c>add_to_X</c>, <c>remove_from_X</c>.</summary>
    public static XapiField? FieldMeant(XapiClass owner, string name)
    {
        foreach (var prefix in (string[])["add_to_", "remove_from_", "add_", "remove_", "get_", "set_"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && owner.FindField(name[prefix.Length..]) is { } field)
            {
                return field;
            }
        }
        return null;
    }

    private static (XapiField? Field, IReadOnlyList<XapiParameter> Parameters, XapiType Result) OfField(XapiClass owner, string name, MessageKind kind, XapiParameter self)
    {
        var field = FieldMeant(owner, name) ?? throw new FormatException($"{owner.Name}.{name} is about no field of its class.");
        var key = new XapiParameter("key", field.Type.Key ?? XapiType.Text, null);
        var isMap = field.Type.Kind == XapiTypeKind.Map;
        var element = new XapiParameter("value", field.Type.Element ?? field.Type, null);
        return kind switch
        {
            MessageKind.Getter => (field, [self], field.Type),
            MessageKind.Setter => (field, [self, new XapiParameter("value", field.Type, null)], XapiType.Void),
            MessageKind.Add => (field, isMap ? [self, key, element] : [self, element], XapiType.Void),
            _ => (field, isMap ? [self, key] : [self, element], XapiType.Void),
        };
    }
}
