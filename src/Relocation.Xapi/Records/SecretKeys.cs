using System.Buffers;

namespace Relocation.Xapi.Records;

/// <summary>
/// Keys of free maps whose values are, or point at, secrets. They are dropped wherever a map is read, so that nothing behind the
/// connector ever holds them. Whole tables (`secret`, `session`, `task`, `user`, `subject`) and the manifest's `pool_token` are never read.
/// </summary>
public static class SecretKeys
{
    /// <summary>A key is secret when it contains one of these, whatever the case.</summary>
    public static readonly IReadOnlyList<string> Fragments =
    [
        "password", "passwd", "passphrase", "secret", "token", "chap", "credential", "private_key", "privatekey", "apikey", "api_key",
        "access_key", "accesskey", "encryption_key", "session_id", "pool_conf",
    ];

    /// <summary>Licence facts that identify a customer or a copy: they are nobody's business here.</summary>
    public static readonly IReadOnlyList<string> Licence =
        ["serialnumber", "productcode", "name", "company", "address1", "address2", "city", "state", "postalcode", "country", "license_blob"];

    private static readonly SearchValues<string> Search = SearchValues.Create([.. Fragments], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a map's entry must not be kept. Licence switches such as `restrict_pool_secret_rotation` are no secrets.</summary>
    public static bool Contains(string key) => MayContain(key) && !key.StartsWith("restrict_", StringComparison.Ordinal);

    /// <summary>Whether a text can hold a secret key at all: one vectorised look, so that the usual map is not parsed twice.</summary>
    internal static bool MayContain(string text) => text.AsSpan().ContainsAny(Search);
}
