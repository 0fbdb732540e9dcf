using System.Security.Cryptography;
using System.Text;

namespace Relocation.Data.Storage;

/// <summary>Secrets that are only ever compared: their hash is stored, never they themselves.</summary>
internal static class SecretHash
{
    /// <summary>Bytes of a new secret; 256 bits cannot be guessed, so a plain hash without salt or stretching is enough.</summary>
    private const int SecretBytes = 32;

    /// <summary>A new secret, safe in a URL.</summary>
    public static string NewSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>SHA-256 of the secret.</summary>
    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
