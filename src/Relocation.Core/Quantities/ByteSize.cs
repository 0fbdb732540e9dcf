using System.Globalization;

namespace Relocation.Core.Quantities;

/// <summary>A number of bytes.</summary>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    /// <summary>No bytes.</summary>
    public static readonly ByteSize Zero;

    /// <summary>The size in mebibytes.</summary>
    public double Mebibytes => Bytes / 1048576.0;

    /// <summary>The size in gibibytes.</summary>
    public double Gibibytes => Bytes / 1073741824.0;

    /// <summary>A size of so many mebibytes.</summary>
    public static ByteSize FromMebibytes(double mebibytes) => new((long)Math.Round(mebibytes * 1048576.0));

    /// <summary>A size of so many gibibytes.</summary>
    public static ByteSize FromGibibytes(double gibibytes) => new((long)Math.Round(gibibytes * 1073741824.0));

    /// <summary>Sum.</summary>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    /// <summary>Difference; may be negative.</summary>
    public static ByteSize operator -(ByteSize left, ByteSize right) => new(left.Bytes - right.Bytes);

    /// <summary>Less than.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Greater than.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>At most.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>At least.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <inheritdoc />
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Invariant text in GiB with one decimal; the interface formats by locale instead.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gibibytes:0.0} GiB");
}
