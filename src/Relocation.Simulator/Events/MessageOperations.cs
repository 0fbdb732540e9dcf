using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Events;

/// <summary>The calls of the class message (ocaml/xapi/xapi_message.ml).</summary>
internal static class MessageOperations
{
    public static void Register(OperationRegistry registry)
    {
        registry.Add("message.create", Create);
        registry.Add("message.destroy", call => call.Database.Destroy(call.Row("self")));
        registry.Add("message.destroy_many", call =>
        {
            foreach (var message in call.Texts("messages"))
            {
                call.Database.Destroy(call.Database.Require("message", message));
            }
        });
        registry.Add("message.get", call => Records(call.Database.All("message").Where(row =>
            row.Text("cls") == call.Text("cls") && row.Text("obj_uuid") == call.Text("obj_uuid") && IsSince(row, call))));
        registry.Add("message.get_since", call => Records(call.Database.All("message").Where(row => IsSince(row, call))));
    }

    private static XapiValue Create(XapiCall call) => call.Database.Create("message",
    [
        KeyValuePair.Create("name", call["name"]),
        KeyValuePair.Create("priority", call["priority"]),
        KeyValuePair.Create("cls", call["cls"]),
        KeyValuePair.Create("obj_uuid", call["obj_uuid"]),
        KeyValuePair.Create("body", call["body"]),
        KeyValuePair.Create("timestamp", (XapiValue)call.Clock.Now),
    ]).Ref;

    private static bool IsSince(XapiObject row, XapiCall call) => row.Date("timestamp") >= ((XapiDate)call["since"]).Instant;

    private static XapiMap Records(IEnumerable<XapiObject> rows) =>
        new(rows.Select(row => KeyValuePair.Create(row.Ref, (XapiValue)RecordView.Of(row))));
}
