using System.Buffers;
using System.Text;

namespace Relocation.Simulator.Protocol;

/// <summary>Text written as UTF-8 into one growing buffer: a whole world's record list is tens of megabytes.</summary>
internal sealed class Utf8Output
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public Utf8Output Append(string text) => Append(text.AsSpan());

    public Utf8Output Append(ReadOnlySpan<char> text)
    {
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, span));
        return this;
    }

    /// <summary>Appends text with the letters of a set replaced; the spans between are copied whole.</summary>
    public void AppendEscaped(string text, SearchValues<char> special, Func<char, string> escape)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(special); at >= 0; at = rest.IndexOfAny(special))
        {
            Append(rest[..at]).Append(escape(rest[at]));
            rest = rest[(at + 1)..];
        }
        Append(rest);
    }

    public override string ToString() => Encoding.UTF8.GetString(buffer.WrittenSpan);
}
