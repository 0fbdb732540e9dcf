using System.Runtime.InteropServices;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// Rows that cannot be judged before the whole file is read: those that refer to a row not met yet, and those that are linked to another
/// of their class. Spooled, since they may be most of the file.
/// </summary>
internal sealed class RowDoubts : IDisposable
{
    private readonly RowSpool spool = new();

    /// <summary>The row at the offset refers to something not met yet.</summary>
    public void AddReference(long row, XapiClass target, RecordKey reference) => Add(new Doubt(row, target.Number, reference));

    /// <summary>The row at the offset is a link of a chain.</summary>
    public void AddLink(long row) => Add(new Doubt(row, -1, default));

    /// <summary>Offsets of the rows whose doubt was right, in the order of the file, each once.</summary>
    /// <param name="index">All rows.</param>
    /// <param name="hasCircles">Whether any chain comes back to itself.</param>
    public IEnumerable<long> Confirmed(ReferenceIndex index, bool hasCircles)
    {
        var portion = new Doubt[1024];
        var (offset, last) = (0L, -1L);
        while (true)
        {
            var bytes = spool.Read(offset, MemoryMarshal.AsBytes(portion.AsSpan()));
            if (bytes == 0)
            {
                yield break;
            }

            offset += bytes;
            for (var number = 0; number < bytes / Marshal.SizeOf<Doubt>(); number++)
            {
                var doubt = portion[number];
                if (doubt.Row != last && (doubt.Target < 0 ? hasCircles : index.OffsetOf(XapiClasses.All[(int)doubt.Target], doubt.Reference) is null))
                {
                    last = doubt.Row;
                    yield return doubt.Row;
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => spool.Dispose();

    private void Add(Doubt doubt) => spool.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<Doubt>(in doubt)));

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Doubt(long Row, long Target, RecordKey Reference);
}
