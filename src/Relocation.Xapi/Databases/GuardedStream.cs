using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// Hands the file to the XML parser in portions and stops when one node grows without end: the parser itself keeps a whole attribute,
/// name or comment in memory, however long it is.
/// </summary>
internal sealed class GuardedStream(Stream inner, string source, bool leaveOpen, CancellationToken cancellationToken) : Stream
{
    private long total;
    private long sinceNode;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    /// <summary>Tells that the parser has come to its next node.</summary>
    public void NodeRead() => sinceNode = 0;

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = inner.Read(buffer);
        total += count;
        sinceNode += count;
        if (sinceNode > ImportLimits.NodeBytes)
        {
            throw DatabaseErrors.TooLarge(new RecordPlace(source, 0, 0), $"One element or attribute before byte {total} is longer than {ImportLimits.NodeBytes} bytes.");
        }

        return total <= ImportLimits.FileBytes
            ? count
            : throw DatabaseErrors.TooLarge(new RecordPlace(source, 0, 0), $"The file is longer than {ImportLimits.FileBytes} bytes.");
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
