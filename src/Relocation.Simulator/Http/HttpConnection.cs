using System.IO.Pipelines;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Http;

/// <summary>One client's connection: its requests in turn, each answered before the next is looked at.</summary>
internal sealed class HttpConnection(Stream stream, bool isEncrypted, Func<HttpRequest, CancellationToken, Task<HttpResponse>> answer)
{
    /// <summary>Serves until the client goes, an answer closes, or the token ends.</summary>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var reader = new HttpRequestReader(pipe);
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var (request, refusal) = await reader.ReadAsync(cancellation).ConfigureAwait(false);
                if (request is null && refusal is null)
                {
                    return;
                }
                // An operation under way goes on when the server stops; only nobody waits for its answer any more.
                var response = refusal ?? await answer(request! with { IsEncrypted = isEncrypted }, cancellation).WaitAsync(cancellation).ConfigureAwait(false);
                var keepsAlive = !response.Closes && request!.KeepsAlive;
                await WriteAsync(response, request?.Version ?? "HTTP/1.1", keepsAlive, cancellation).ConfigureAwait(false);
                if (!keepsAlive)
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ConnectionDroppedException)
        {
            // The client went, the server stops, or a fault cuts the connection: there is nobody to answer.
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(HttpResponse response, string version, bool keepsAlive, CancellationToken cancellation)
    {
        await stream.WriteAsync(response.Head(version, keepsAlive), cancellation).ConfigureAwait(false);
        if (response.Body.Length > 0)
        {
            await stream.WriteAsync(response.Body, cancellation).ConfigureAwait(false);
        }
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
