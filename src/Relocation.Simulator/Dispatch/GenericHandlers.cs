using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>
/// The answers that follow from the datamodel alone: records, fields and their setters (ocaml/idl/ocaml_backend/gen_db_actions.ml).
/// A hand-written message without an operation is answered here when its name is that of an accessor, else NOT_IMPLEMENTED.
/// </summary>
internal static class GenericHandlers
{
    public static XapiValue Answer(XapiCall call) => call.Message.Kind switch
    {
        MessageKind.GetRecord => RecordView.Of(call.Row("self")),
        MessageKind.GetByUuid => ByUuid(call),
        MessageKind.GetByNameLabel => ByNameLabel(call),
        MessageKind.GetAll => Refs(Rows(call)),
        MessageKind.GetAllWhere => Refs(Rows(call).Where(RowFilter.Parse(call.Text("expr")).Matches)),
        MessageKind.GetAllRecords => Records(Rows(call)),
        MessageKind.GetAllRecordsWhere => Records(Rows(call).Where(RowFilter.Parse(call.Text("expr")).Matches)),
        MessageKind.Getter => Get(call),
        MessageKind.Setter => Set(call),
        MessageKind.Add => Add(call),
        MessageKind.Remove => Remove(call),
        MessageKind.Create => Create(call),
        MessageKind.Destroy => Destroy(call),
        _ => Custom(call),
    };

    private static XapiValue Custom(XapiCall call) => call.Message.Name switch
    {
        "get_record" when HasSelf(call) => RecordView.Of(call.Row("self")),
        "get_by_uuid" => ByUuid(call),
        "get_all" => Refs(Rows(call)),
        "get_all_records" => Records(Rows(call)),
        "get_all_records_where" => Records(Rows(call).Where(RowFilter.Parse(call.Text("expr")).Matches)),
        _ when call.Message.Field is not null && HasSelf(call) => Accessor(call),
        _ => throw new XapiException("NOT_IMPLEMENTED", call.Message.Method),
    };

    private static XapiValue Accessor(XapiCall call)
    {
        var name = call.Message.Name;
        var count = call.Message.Parameters.Count;
        return name switch
        {
            _ when name.StartsWith("get_", StringComparison.Ordinal) && count == 1 => Get(call),
            _ when name.StartsWith("set_", StringComparison.Ordinal) && count == 2 => Set(call),
            _ when name.StartsWith("add_", StringComparison.Ordinal) => Add(call),
            _ when name.StartsWith("remove_", StringComparison.Ordinal) => Remove(call),
            _ => throw new XapiException("NOT_IMPLEMENTED", call.Message.Method),
        };
    }

    private static bool HasSelf(XapiCall call) =>
        call.Message.Parameters is [{ Type.Kind: XapiTypeKind.Ref } first, ..] && first.Type.Name == call.Message.Class;

    private static XapiObject Self(XapiCall call) => call.Row(call.Message.Parameters[0].Name);

    private static XapiValue Value(XapiCall call, int at) => call[call.Message.Parameters[at].Name];

    private static IReadOnlyList<XapiObject> Rows(XapiCall call) => call.Database.All(call.Message.Class);

    private static XapiValue ByUuid(XapiCall call)
    {
        var uuid = call.Text("uuid");
        return call.Database.FindByUuid(call.Message.Class, uuid)?.Ref ?? throw new XapiException("UUID_INVALID", call.Message.Class, uuid);
    }

    private static XapiSet ByNameLabel(XapiCall call)
    {
        var label = call.Text("label");
        return Refs(Rows(call).Where(row => row.Text("name_label") == label));
    }

    private static XapiSet Refs(IEnumerable<XapiObject> rows) => XapiSet.OfTexts(rows.Select(row => row.Ref));

    private static XapiMap Records(IEnumerable<XapiObject> rows) =>
        new(rows.Select(row => KeyValuePair.Create(row.Ref, (XapiValue)RecordView.Of(row))));

    private static XapiValue Get(XapiCall call) => Self(call)[call.Message.Field!];

    private static XapiValue Set(XapiCall call)
    {
        call.Database.Set(Self(call), call.Message.Field!, Value(call, 1));
        return XapiValue.Void;
    }

    private static XapiValue Add(XapiCall call)
    {
        var field = call.Message.Field!;
        var row = Self(call);
        call.Database.Atomically(() =>
        {
            if (row[field] is not XapiMap map)
            {
                call.Database.Set(row, field, ((XapiSet)row[field]).With(Value(call, 1)));
                return;
            }
            var key = ((XapiText)Value(call, 1)).Text;
            if (map.Find(key) is not null)
            {
                throw new XapiException("MAP_DUPLICATE_KEY", row.Class.Name, field.Name, row.Ref, key);
            }
            call.Database.Set(row, field, map.With(key, Value(call, 2)));
        });
        return XapiValue.Void;
    }

    private static XapiValue Remove(XapiCall call)
    {
        var field = call.Message.Field!;
        var row = Self(call);
        call.Database.Atomically(() =>
            call.Database.Set(row, field, row[field] is XapiMap map ? map.Without(((XapiText)Value(call, 1)).Text) : ((XapiSet)row[field]).Without(Value(call, 1))));
        return XapiValue.Void;
    }

    private static XapiValue Create(XapiCall call)
    {
        var type = call.Database.Schema.Class(call.Message.Class);
        return call.Database.Create(type.Name, CreationRecord.Read(call.Database.Schema, type, call.Map("args"))).Ref;
    }

    private static XapiValue Destroy(XapiCall call)
    {
        call.Database.Destroy(Self(call));
        return XapiValue.Void;
    }
}
