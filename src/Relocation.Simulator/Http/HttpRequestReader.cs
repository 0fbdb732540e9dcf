using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Relocation.Simulator.Http;

/// <summary>Reads requests one after the other from a connection; what is sent ahead waits in the pipe.</summary>
internal sealed class HttpRequestReader(PipeReader pipe)
{
    /// <summary>The largest body of a call: xapi's limit (ocaml/xapi-consts/constants.ml).</summary>
    public const int MostBody = 300 * 1024;

    private const int MostHead = 64 * 1024;

    private static readonly string[] WithBody = ["POST", "PUT"];

    /// <summary>
    /// The next request; a response when it must be refused; neither when the connection ended or does not speak HTTP.
    /// </summary>
    public async Task<(HttpRequest? Request, HttpResponse? Refusal)> ReadAsync(CancellationToken cancellation)
    {
        if (await ReadHeadAsync(cancellation).ConfigureAwait(false) is not { } head)
        {
            return default;
        }
        var lines = head.Split("\r\n");
        var words = lines[0].Split(' ');
        if (words.Length != 3 || words[2] is not ("HTTP/1.1" or "HTTP/1.0") || !words[1].StartsWith('/'))
        {
            return default;
        }
        var headers = Headers(lines);
        var body = ReadOnlyMemory<byte>.Empty;
        if (headers.TryGetValue("Content-Length", out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && !headers.ContainsKey("Transfer-Encoding"))
        {
            if (length > MostBody)
            {
                return (null, HttpResponse.InternalError("Http_svr.Client_requested_size_over_limit"));
            }
            body = await ReadBodyAsync((int)length, cancellation).ConfigureAwait(false);
        }
        else if (WithBody.Contains(words[0]))
        {
            return (null, HttpResponse.InternalError("Failure(\"We require a content-length: HTTP header\")"));
        }
        return (new HttpRequest(words[0], words[1], words[2], headers, body), null);
    }

    private static Dictionary<string, string> Headers(string[] lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }
        return headers;
    }

    private async Task<string?> ReadHeadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation).ConfigureAwait(false);
            if (TakeHead(read.Buffer.ToArrayUpTo(MostHead), out var length) is { } head)
            {
                pipe.AdvanceTo(read.Buffer.GetPosition(length));
                return head;
            }
            if (read.IsCompleted || read.Buffer.Length >= MostHead)
            {
                pipe.AdvanceTo(read.Buffer.End);
                return null;
            }
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string? TakeHead(byte[] bytes, out int length)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        length = end + 4;
        return end < 0 ? null : Encoding.Latin1.GetString(bytes, 0, end);
    }

    private async Task<byte[]> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        if (length == 0)
        {
            return [];
        }
        var read = await pipe.ReadAtLeastAsync(length, cancellation).ConfigureAwait(false);
        if (read.Buffer.Length < length)
        {
            throw new EndOfStreamException("The connection ended within a body.");
        }
        var body = read.Buffer.ToArrayUpTo(length);
        pipe.AdvanceTo(read.Buffer.GetPosition(length));
        return body;
    }
}
