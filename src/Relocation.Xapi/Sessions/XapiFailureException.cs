namespace Relocation.Xapi.Sessions;

/// <summary>A call reached XAPI and was refused.</summary>
/// <param name="method">The call.</param>
/// <param name="failure">What it answered.</param>
public sealed class XapiFailureException(string method, XapiFailure failure) : Exception($"{method}: {failure}")
{
    /// <summary>The call.</summary>
    public string Method { get; } = method;

    /// <summary>What it answered.</summary>
    public XapiFailure Failure { get; } = failure;
}
