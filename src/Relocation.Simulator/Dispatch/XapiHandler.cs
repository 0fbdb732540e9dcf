using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>What a call does. It throws <see cref="XapiException"/> to fail.</summary>
public delegate Task<XapiValue> XapiHandler(XapiCall call);
