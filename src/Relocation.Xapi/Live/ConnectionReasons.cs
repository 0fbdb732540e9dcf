using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Live;

/// <summary>Stable codes of why a connection does not stand. Texts are made where they are shown.</summary>
public static class ConnectionReasons
{
    /// <summary>User name or password is wrong.</summary>
    public const string Authentication = "authentication";

    /// <summary>The certificate presented is not the pinned one.</summary>
    public const string CertificateChanged = "certificate-changed";

    /// <summary>No certificate has been pinned for the https address.</summary>
    public const string CertificateNotPinned = "certificate-not-pinned";

    /// <summary>The user lacks a permission.</summary>
    public const string Permission = "permission";

    /// <summary>The address answers for another pool than before.</summary>
    public const string OtherPool = "other-pool";

    /// <summary>Nothing answers, or the connection broke.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The pool restarted or lost track of what we have seen; everything is read anew.</summary>
    public const string EventsLost = "events-lost";

    /// <summary>The pool sent what cannot be understood.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>XAPI refused a call; the reason holds its code.</summary>
    public const string Failed = "failed";

    /// <summary>The code of what went wrong, or null when it is no matter of the connection.</summary>
    internal static string? Of(Exception problem) => problem switch
    {
        CertificateRefusedException { Pinned: "" } => CertificateNotPinned,
        CertificateRefusedException => CertificateChanged,
        XapiUnreachableException => Unreachable,
        InventoryFormatException { Code: OtherPool } => OtherPool,
        InventoryFormatException => Unreadable,
        XapiFailureException refusal => refusal.Failure.Code switch
        {
            XapiFailure.AuthenticationFailed => Authentication,
            "RBAC_PERMISSION_DENIED" => Permission,
            "EVENT_FROM_TOKEN_PARSE_FAILURE" or "EVENTS_LOST" or XapiFailure.SessionInvalid or XapiFailure.HostIsSlave => EventsLost,
            _ => Failed,
        },
        _ => null,
    };

    /// <summary>True when waiting mends nothing.</summary>
    internal static bool NeedsAPerson(string code) => code is Authentication or CertificateChanged or CertificateNotPinned or Permission or OtherPool;
}
