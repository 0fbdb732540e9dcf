using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>A call as it came, before any check.</summary>
/// <param name="Method">The method, with its prefix.</param>
/// <param name="Arguments">What was sent.</param>
internal sealed record RpcRequest(string Method, IReadOnlyList<XapiValue> Arguments);
