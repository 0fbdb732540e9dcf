using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Tasks;

/// <summary>The calls of the class task (ocaml/xapi/xapi_task.ml).</summary>
internal static class TaskOperations
{
    public static void Register(OperationRegistry registry)
    {
        registry.Add("task.create", call => call.Pool.Tasks.Start(call.Text("label"), call.Origin.Host, call.Session, call.Text("description")).Ref);
        registry.Add("task.destroy", call => call.Pool.Tasks.Destroy(call.Row("self")));
        registry.Add("task.cancel", call => call.Pool.Tasks.Cancel(call.Row("task"), call.Task.Ref));
    }
}
