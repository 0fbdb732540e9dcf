using Relocation.Simulator.Protocol;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tasks;

/// <summary>The result field of a task: an XML-RPC value, whatever the client speaks.</summary>
internal static class TaskResult
{
    public static string Of(XapiType type, XapiValue value) =>
        type.Kind == XapiTypeKind.Void ? "<value></value>" : XmlRpcWriter.Fragment(value);
}
