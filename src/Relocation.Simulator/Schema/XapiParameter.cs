using Relocation.Simulator.Values;

namespace Relocation.Simulator.Schema;

/// <summary>A parameter of a message, after the session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">The value when a client leaves it out at the end; null when it may not.</param>
public sealed record XapiParameter(string Name, XapiType Type, XapiValue? Default);
