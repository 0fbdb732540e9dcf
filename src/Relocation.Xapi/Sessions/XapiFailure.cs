using Relocation.Core.Hypervisors;

namespace Relocation.Xapi.Sessions;

/// <summary>An error XAPI answered with, its opaque references as they came.</summary>
/// <param name="Code">Code such as HANDLE_INVALID.</param>
/// <param name="Parameters">Parameters after the code.</param>
public sealed record XapiFailure(string Code, IReadOnlyList<string> Parameters)
{
    /// <summary>The session is unknown or has expired; it was refused before the call did anything.</summary>
    public const string SessionInvalid = "SESSION_INVALID";

    /// <summary>The host is not the coordinator; the parameter is the coordinator's address.</summary>
    public const string HostIsSlave = "HOST_IS_SLAVE";

    /// <summary>User name or password is wrong.</summary>
    public const string AuthenticationFailed = "SESSION_AUTHENTICATION_FAILED";

    /// <summary>The reference names no object of the class.</summary>
    public const string HandleInvalid = "HANDLE_INVALID";

    /// <summary>The uuid names no object of the class.</summary>
    public const string UuidInvalid = "UUID_INVALID";

    /// <summary>The same error in the product's words, references untranslated.</summary>
    public HypervisorError ToError() => new(Code, Parameters);

    /// <inheritdoc />
    public override string ToString() => ToError().ToString();
}
