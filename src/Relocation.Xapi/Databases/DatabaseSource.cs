using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Relocation.Xapi.Databases;

/// <summary>Opens a database file for one pass: decompressed when it is gzip, in UTF-8, without document types or anything external.</summary>
internal static class DatabaseSource
{
    private const int TextPortion = 32 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Opens the XML from the stream's start; the stream stays open when the reader is disposed.</summary>
    public static (XmlReader Xml, GuardedStream Guard) Open(Stream file, string source, CancellationToken cancellationToken)
    {
        file.Position = 0;
        Span<byte> first = stackalloc byte[4];
        var isGzip = Peek(file, first) is [0x1f, 0x8b, ..];
        if (isGzip)
        {
            using var peeked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            RefuseOtherEncodings(Fill(peeked, first), source);
            file.Position = 0;
        }
        else
        {
            RefuseOtherEncodings(Peek(file, first), source);
        }

        var content = isGzip ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
        var guard = new GuardedStream(content, source, leaveOpen: !isGzip, cancellationToken);
        // Through a text reader the parser's buffer doubles while a token grows; over bytes it would look at a long name again every 4 KB.
        var text = new StreamReader(guard, StrictUtf8, detectEncodingFromByteOrderMarks: false, TextPortion);
        return (XmlReader.Create(text, Settings()), guard);
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = true,
        CloseInput = true,
    };

    private static ReadOnlySpan<byte> Peek(Stream file, Span<byte> into)
    {
        var known = Fill(file, into);
        file.Position = 0;
        return known;
    }

    private static ReadOnlySpan<byte> Fill(Stream stream, Span<byte> into) => into[..stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false)];

    /// <summary>UTF-16 and UTF-32 show themselves by a mark or by zero bytes; XAPI writes UTF-8 alone.</summary>
    private static void RefuseOtherEncodings(ReadOnlySpan<byte> first, string source)
    {
        if (first is [0xfe, 0xff, ..] or [0xff, 0xfe, ..] || first.Contains((byte)0))
        {
            throw DatabaseErrors.Encoding(source, "the file is in UTF-16 or UTF-32, or is no text at all");
        }
    }
}
