using System.Globalization;

namespace Relocation.Core.Quantities;

/// <summary>A transfer rate in bits per second, as link speeds are given.</summary>
public readonly record struct BitRate(double BitsPerSecond) : IComparable<BitRate>
{
    /// <summary>The rate in bytes per second, as data moves.</summary>
    public double BytesPerSecond => BitsPerSecond / 8;

    /// <summary>A rate of so many megabits (10⁶ bits) per second.</summary>
    public static BitRate FromMegabits(double megabits) => new(megabits * 1e6);

    /// <summary>A rate of so many bytes per second.</summary>
    public static BitRate FromBytesPerSecond(double bytes) => new(bytes * 8);

    /// <summary>Less than.</summary>
    public static bool operator <(BitRate left, BitRate right) => left.BitsPerSecond < right.BitsPerSecond;

    /// <summary>Greater than.</summary>
    public static bool operator >(BitRate left, BitRate right) => left.BitsPerSecond > right.BitsPerSecond;

    /// <summary>At most.</summary>
    public static bool operator <=(BitRate left, BitRate right) => left.BitsPerSecond <= right.BitsPerSecond;

    /// <summary>At least.</summary>
    public static bool operator >=(BitRate left, BitRate right) => left.BitsPerSecond >= right.BitsPerSecond;

    /// <inheritdoc />
    public int CompareTo(BitRate other) => BitsPerSecond.CompareTo(other.BitsPerSecond);

    /// <summary>Invariant text in Mbit/s.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond / 1e6:0.#} Mbit/s");
}
