using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Relocation.Xapi.Records;

/// <summary>
/// A reference or uuid in 16 bytes. The usual `OpaqueRef:` with a canonical uuid is packed as it is; anything else (`Ref:1`, braces,
/// capitals: real files hold them) becomes a hash that nobody can aim at another.
/// </summary>
internal readonly record struct RecordKey(ulong High, ulong Low)
{
    private static readonly ulong HighSeed = Seed();
    private static readonly ulong LowSeed = Seed();

    private const string Prefix = "OpaqueRef:";
    private const int UuidLength = 36;

    /// <summary>The key of an opaque reference.</summary>
    public static RecordKey OfReference(ReadOnlySpan<char> reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) && TryPack(reference[Prefix.Length..], out var key) ? key : Hash(reference);

    /// <summary>The key of a uuid.</summary>
    public static RecordKey OfUuid(ReadOnlySpan<char> uuid) => TryPack(uuid, out var key) ? key : Hash(uuid);

    /// <summary>Packs a uuid in the canonical form: lower case, hyphens, nothing around it.</summary>
    public static bool TryPack(ReadOnlySpan<char> uuid, out RecordKey key)
    {
        key = default;
        if (uuid.Length != UuidLength || uuid.ContainsAnyInRange('A', 'F') || !Guid.TryParseExact(uuid, "D", out var guid))
        {
            return false;
        }

        Span<ulong> halves = stackalloc ulong[2];
        guid.TryWriteBytes(MemoryMarshal.AsBytes(halves));
        key = new RecordKey(halves[0], halves[1]);
        return true;
    }

    /// <summary>The canonical uuid that was packed.</summary>
    public string Unpack()
    {
        ReadOnlySpan<ulong> halves = [High, Low];
        return new Guid(MemoryMarshal.AsBytes(halves)).ToString("D", CultureInfo.InvariantCulture);
    }

    /// <summary>Seeded at start, so that a hostile file cannot aim its references at one bucket.</summary>
    public override int GetHashCode()
    {
        var high = Math.BigMul(High ^ HighSeed, Low ^ LowSeed, out var low);
        var mixed = high ^ low;
        return (int)(mixed ^ (mixed >> 32));
    }

    private static ulong Seed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private static RecordKey Hash(ReadOnlySpan<char> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), digest);
        var halves = MemoryMarshal.Cast<byte, ulong>(digest);
        return new RecordKey(halves[0], halves[1]);
    }
}
