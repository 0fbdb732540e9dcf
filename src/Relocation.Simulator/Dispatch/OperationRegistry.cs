using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>
/// The hand-written operations by method name, as in <c>VM.start</c>. What is not here is answered by <see cref="GenericHandlers"/>
/// where the datamodel alone says what it means. Registering a name again replaces it. Fill it before pools serve.
/// </summary>
public sealed class OperationRegistry
{
    private readonly Dictionary<string, XapiHandler> handlers = new(StringComparer.Ordinal);
    private readonly List<Func<XapiCall, Task>> interceptors = [];

    /// <summary>Registers an operation that answers a value at once.</summary>
    public void Add(string method, Func<XapiCall, XapiValue> operation) => handlers[method] = call => Task.FromResult(operation(call));

    /// <summary>Registers an operation without result.</summary>
    public void Add(string method, Action<XapiCall> operation) =>
        handlers[method] = call =>
        {
            operation(call);
            return Task.FromResult(XapiValue.Void);
        };

    /// <summary>Registers an operation that takes time and answers a value.</summary>
    public void AddAsync(string method, Func<XapiCall, Task<XapiValue>> operation) => handlers[method] = new XapiHandler(operation);

    /// <summary>Registers an operation that takes time, without result.</summary>
    public void AddAsync(string method, Func<XapiCall, Task> operation) =>
        handlers[method] = async call =>
        {
            await operation(call).ConfigureAwait(false);
            return XapiValue.Void;
        };

    /// <summary>Calls a function before every call that passed its checks: for faults. It may wait, throw an error, or throw <see cref="ConnectionDroppedException"/>.</summary>
    public void Intercept(Func<XapiCall, Task> interceptor) => interceptors.Add(interceptor);

    /// <summary>The operation of a method; null when there is none.</summary>
    public XapiHandler? Find(string method) => handlers.GetValueOrDefault(method);

    internal async Task InterceptAsync(XapiCall call)
    {
        foreach (var interceptor in interceptors)
        {
            await interceptor(call).ConfigureAwait(false);
        }
    }
}
