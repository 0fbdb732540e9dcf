using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Writes rows of the read classes into a spool and reads them back, one after another or by offset.</summary>
internal sealed class SpooledRows(string source) : IDisposable
{
    /// <summary>Length of what follows, line, column and class, each four bytes.</summary>
    private const int HeaderSize = 16;

    private const int FirstGuess = 1024;

    private readonly RowSpool spool = new();
    private byte[] buffer = new byte[FirstGuess];

    /// <summary>Offset of the next row.</summary>
    public long End => spool.Length;

    /// <summary>Adds a row and returns its offset.</summary>
    public long Append(XapiClass type, string reference, RecordPlace place, string?[] columns)
    {
        var offset = spool.Length;
        var position = HeaderSize;
        Write(reference, ref position);
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index] is { } text)
            {
                Ensure(position + 1);
                buffer[position++] = (byte)index;
                Write(text, ref position);
            }
        }

        BinaryPrimitives.WriteInt32LittleEndian(buffer, position - HeaderSize);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(4), place.Line);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(8), place.Column);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(12), type.Number);
        spool.Append(buffer.AsSpan(0, position));
        return offset;
    }

    /// <summary>The row at an offset.</summary>
    public XapiRecord Read(long offset)
    {
        var known = spool.Read(offset, buffer.AsSpan(0, FirstGuess));
        var size = HeaderSize + BinaryPrimitives.ReadInt32LittleEndian(buffer);
        if (size > known)
        {
            Ensure(size);
            spool.Read(offset + known, buffer.AsSpan(known, size - known));
        }

        return Decode(buffer.AsSpan(0, size));
    }

    /// <summary>The rows from one offset to another, in the order written.</summary>
    public IEnumerable<XapiRecord> ReadAll(long start, long end)
    {
        const int portion = 256 * 1024;
        var window = ArrayPool<byte>.Shared.Rent(portion);
        try
        {
            var (held, used, reads) = (0, 0, 0);
            for (var offset = start; offset < end;)
            {
                // Twice at most: once for the row's size, once for a row that is longer than the window.
                while (!HoldsRow(window.AsSpan(used, held - used)))
                {
                    var needed = RowSize(window.AsSpan(used, held - used), portion);
                    if (needed > window.Length)
                    {
                        ArrayPool<byte>.Shared.Return(window);
                        window = ArrayPool<byte>.Shared.Rent(needed);
                    }

                    held = spool.Read(offset, window.AsSpan(0, Math.Max(needed, portion)));
                    used = 0;
                    if (++reads > 2)
                    {
                        throw new IOException("The temporary file of the import was changed");
                    }
                }

                reads = 0;

                var size = RowSize(window.AsSpan(used), 0);
                yield return Decode(window.AsSpan(used, size));
                used += size;
                offset += size;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(window);
        }
    }

    /// <inheritdoc />
    public void Dispose() => spool.Dispose();

    private static bool HoldsRow(ReadOnlySpan<byte> held) => held.Length >= HeaderSize && held.Length >= RowSize(held, 0);

    private static int RowSize(ReadOnlySpan<byte> held, int otherwise) =>
        held.Length >= HeaderSize ? HeaderSize + BinaryPrimitives.ReadInt32LittleEndian(held) : otherwise;

    private DatabaseRecord Decode(ReadOnlySpan<byte> row)
    {
        var place = new RecordPlace(source, BinaryPrimitives.ReadInt32LittleEndian(row[4..]), BinaryPrimitives.ReadInt32LittleEndian(row[8..]));
        var type = XapiClasses.All[BinaryPrimitives.ReadInt32LittleEndian(row[12..])];
        var position = HeaderSize;
        var reference = ReadText(row, ref position);
        var columns = new string?[type.Fields.Count];
        while (position < row.Length)
        {
            var index = row[position++];
            columns[index] = ReadText(row, ref position);
        }

        return new DatabaseRecord(type, reference, place, columns);
    }

    private static string ReadText(ReadOnlySpan<byte> row, ref int position)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(row[position..]);
        var bytes = row.Slice(position + sizeof(int), length);
        position += sizeof(int) + length;
        // Two thirds of all values are one of these.
        return bytes.Length switch
        {
            0 => "",
            _ when bytes.SequenceEqual("false"u8) => "false",
            _ when bytes.SequenceEqual("true"u8) => "true",
            _ when bytes.SequenceEqual("()"u8) => "()",
            _ => Encoding.UTF8.GetString(bytes),
        };
    }

    private void Write(string text, ref int position)
    {
        Ensure(position + sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(position + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(position), length);
        position += sizeof(int) + length;
    }

    private void Ensure(int size)
    {
        if (buffer.Length < size)
        {
            Array.Resize(ref buffer, Math.Max(size, buffer.Length * 2));
        }
    }
}
