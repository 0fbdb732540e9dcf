using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>
/// Checks and runs calls in the order of the real server: session, name, asynchrony, count, types, then the operation
/// (ocaml/idl/ocaml_backend/gen_server.ml, ocaml/xapi/server_helpers.ml).
/// </summary>
public sealed class Dispatcher(SimulatedPool pool)
{
    private const string AsyncPrefix = "Async.";
    private const string InternalAsyncPrefix = "InternalAsync.";

    /// <summary>Answers a call.</summary>
    /// <param name="method">The method as sent, with its prefix.</param>
    /// <param name="arguments">What was sent, the session first.</param>
    /// <param name="origin">Where it arrived.</param>
    /// <exception cref="XapiException">The call failed.</exception>
    public async Task<XapiValue> CallAsync(string method, IReadOnlyList<XapiValue> arguments, CallOrigin origin)
    {
        var (name, isAsync) = Split(method);
        var message = pool.Database.Schema.FindMessage(name);
        var needsSession = message?.NeedsSession ?? true;
        XapiObject? session = null;
        if (needsSession)
        {
            session = CheckSession(message, name, arguments, origin);
        }
        if (message is null)
        {
            throw new XapiException("MESSAGE_METHOD_UNKNOWN", name);
        }
        if (message.IsRemoved)
        {
            throw new XapiException("MESSAGE_REMOVED");
        }
        if (isAsync && !message.HasAsync)
        {
            throw new XapiException("Fault", $"No async mode for this operation (rpc: {message.Method})");
        }
        var typed = Typed(message, needsSession ? [.. arguments.Skip(1)] : arguments);
        var task = isAsync ? pool.Tasks.Start($"{AsyncPrefix}{message.Method}", origin.Host, session) : pool.Tasks.Unrecorded(message.Method);
        var call = new XapiCall(pool, message, typed, task, origin) { Session = session };
        if (!isAsync)
        {
            return await RunAsync(call).ConfigureAwait(false);
        }
        pool.Tasks.Run(task, () => RunAsync(call), message.Result);
        return task.Ref;
    }

    private static (string Name, bool IsAsync) Split(string method)
    {
        foreach (var prefix in (string[])[AsyncPrefix, InternalAsyncPrefix])
        {
            if (method.StartsWith(prefix, StringComparison.Ordinal))
            {
                return (method[prefix.Length..], true);
            }
        }
        return (method, false);
    }

    private XapiObject CheckSession(XapiMessage? message, string name, IReadOnlyList<XapiValue> arguments, CallOrigin origin)
    {
        if (arguments.Count == 0)
        {
            throw message is null ? new XapiException("MESSAGE_METHOD_UNKNOWN", name) : CountMismatch(message, -1);
        }
        var reference = ((XapiText)ArgumentReader.Read(pool.Database.Schema, XapiType.Text, arguments[0])).Text;
        if (origin.Host.Ref != pool.Database.Pool.Text("master"))
        {
            throw new XapiException("HOST_IS_SLAVE", pool.CoordinatorAddress);
        }
        return pool.Sessions.Use(reference) ?? throw new XapiException("SESSION_INVALID", reference);
    }

    private XapiValue[] Typed(XapiMessage message, IReadOnlyList<XapiValue> sent)
    {
        if (sent.Count < message.RequiredParameters || sent.Count > message.Parameters.Count)
        {
            throw CountMismatch(message, sent.Count);
        }
        var typed = new XapiValue[message.Parameters.Count];
        for (var at = 0; at < typed.Length; at++)
        {
            var parameter = message.Parameters[at];
            typed[at] = at < sent.Count ? ArgumentReader.Read(pool.Database.Schema, parameter.Type, sent[at]) : parameter.Default!;
        }
        return typed;
    }

    private static XapiException CountMismatch(XapiMessage message, int received) =>
        new("MESSAGE_PARAMETER_COUNT_MISMATCH", message.Method, $"{message.Parameters.Count}", $"{received}");

    private async Task<XapiValue> RunAsync(XapiCall call)
    {
        await pool.Operations.InterceptAsync(call).ConfigureAwait(false);
        var handler = pool.Operations.Find(call.Message.Method);
        try
        {
            return handler is null ? GenericHandlers.Answer(call) : await handler(call).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (XapiException or OperationCanceledException or ConnectionDroppedException))
        {
            throw XapiException.Internal($"{fault.GetType().Name}(\"{fault.Message}\")");
        }
        catch (OperationCanceledException) when (!call.Task.IsRecorded && call.Task.Cancellation.IsCancellationRequested)
        {
            throw new XapiException("TASK_CANCELLED", call.Task.Ref);
        }
    }
}
