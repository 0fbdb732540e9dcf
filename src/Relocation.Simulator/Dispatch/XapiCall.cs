using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Tasks;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Dispatch;

/// <summary>A call whose session, count and types have been checked: arguments are complete and typed.</summary>
public sealed class XapiCall
{
    private readonly IReadOnlyList<XapiValue> arguments;

    internal XapiCall(SimulatedPool pool, XapiMessage message, IReadOnlyList<XapiValue> arguments, XapiTask task, CallOrigin origin)
    {
        Pool = pool;
        Message = message;
        this.arguments = arguments;
        Task = task;
        Origin = origin;
    }

    /// <summary>The pool.</summary>
    public SimulatedPool Pool { get; }

    /// <summary>The pool's objects.</summary>
    public PoolDatabase Database => Pool.Database;

    /// <summary>The world's time.</summary>
    public WorldClock Clock => Pool.Clock;

    /// <summary>The message.</summary>
    public XapiMessage Message { get; }

    /// <summary>The session; null for the calls that need none.</summary>
    public XapiObject? Session { get; init; }

    /// <summary>
    /// The task: a row for an Async call, else only a reference to name in current_operations. Report progress here; wait with its
    /// <see cref="XapiTask.Cancellation"/> as long as the operation can still be cancelled.
    /// </summary>
    public XapiTask Task { get; }

    /// <summary>Where the call arrived.</summary>
    public CallOrigin Origin { get; }

    /// <summary>The value of a parameter.</summary>
    public XapiValue this[string parameter]
    {
        get
        {
            for (var at = 0; at < arguments.Count; at++)
            {
                if (Message.Parameters[at].Name == parameter)
                {
                    return arguments[at];
                }
            }
            throw new KeyNotFoundException($"{Message.Method} has no parameter '{parameter}'.");
        }
    }

    /// <summary>A text, word or reference.</summary>
    public string Text(string parameter) => this[parameter] is XapiText text ? text.Text : "";

    /// <summary>An integer.</summary>
    public long Number(string parameter) => ((XapiInt)this[parameter]).Number;

    /// <summary>A double.</summary>
    public double Real(string parameter) => ((XapiFloat)this[parameter]).Number;

    /// <summary>A truth value.</summary>
    public bool Bool(string parameter) => ((XapiBool)this[parameter]).IsTrue;

    /// <summary>A map or record.</summary>
    public XapiMap Map(string parameter) => (XapiMap)this[parameter];

    /// <summary>A set's references, words or strings.</summary>
    public IReadOnlyList<string> Texts(string parameter) => [.. ((XapiSet)this[parameter]).Texts];

    /// <summary>The object a reference parameter names.</summary>
    /// <exception cref="XapiException">HANDLE_INVALID: there is none.</exception>
    public XapiObject Row(string parameter)
    {
        var type = Message.Parameters.First(item => item.Name == parameter).Type;
        return Database.Require(type.Name, Text(parameter));
    }
}
