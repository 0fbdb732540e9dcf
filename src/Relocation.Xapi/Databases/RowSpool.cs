using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Relocation.Xapi.Databases;

/// <summary>
/// The checked rows between the pass over the XML and the handing out: in memory while they are few, else in a temporary file that
/// only this process can open and that vanishes with the process. What was checked is thus what is handed out, even if the
/// original file changes meanwhile, and the XML is read once.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int TailSize = 256 * 1024;

    private readonly byte[] tail = ArrayPool<byte>.Shared.Rent(TailSize);
    private bool disposed;
    private int tailLength;
    private long written;
    private SafeFileHandle? file;

    /// <summary>Bytes kept so far.</summary>
    public long Length => written + tailLength;

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (tailLength == TailSize)
            {
                Flush();
            }

            var portion = bytes[..Math.Min(bytes.Length, TailSize - tailLength)];
            portion.CopyTo(tail.AsSpan(tailLength));
            tailLength += portion.Length;
            bytes = bytes[portion.Length..];
        }
    }

    /// <summary>Reads from an offset as much as is there and fits.</summary>
    public int Read(long offset, Span<byte> into)
    {
        var total = 0;
        while (total < into.Length)
        {
            var count = ReadPart(offset + total, into[total..]);
            if (count == 0)
            {
                break;
            }

            total += count;
        }

        return total;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            file?.Dispose();
            ArrayPool<byte>.Shared.Return(tail);
        }
    }

    private int ReadPart(long offset, Span<byte> into)
    {
        if (offset < written)
        {
            return RandomAccess.Read(file!, into[..(int)Math.Min(into.Length, written - offset)], offset);
        }

        var start = (int)Math.Min(offset - written, tailLength);
        var part = tail.AsSpan(start, Math.Min(into.Length, tailLength - start));
        part.CopyTo(into);
        return part.Length;
    }

    private void Flush()
    {
        file ??= File.OpenHandle(
            Path.Combine(Path.GetTempPath(), $"relocation-import-{Path.GetRandomFileName()}"),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        RandomAccess.Write(file, tail.AsSpan(0, tailLength), written);
        written += tailLength;
        tailLength = 0;
    }
}
