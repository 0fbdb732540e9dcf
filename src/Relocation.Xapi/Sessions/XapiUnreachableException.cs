namespace Relocation.Xapi.Sessions;

/// <summary>A call got no answer that can be trusted.</summary>
/// <param name="message">What happened, naming the address.</param>
/// <param name="mayHaveActed">See <see cref="MayHaveActed"/>.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class XapiUnreachableException(string message, bool mayHaveActed, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False only when the request surely never left: no connection came about. A write may then be repeated.</summary>
    public bool MayHaveActed { get; } = mayHaveActed;
}
