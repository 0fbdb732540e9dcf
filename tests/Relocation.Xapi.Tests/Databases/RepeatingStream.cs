using System.Text;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>A start and then the same text over and over, made while it is read.</summary>
internal sealed class RepeatingStream(string start, string repeated, long length) : Stream
{
    private readonly byte[] first = Encoding.UTF8.GetBytes(start);
    private readonly byte[] again = Encoding.UTF8.GetBytes(repeated);

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - Position);
        for (var index = 0; index < count; index++)
        {
            var at = Position + index;
            buffer[index] = at < first.Length ? first[at] : again[(at - first.Length) % again.Length];
        }

        Position += count;
        BytesRead += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
