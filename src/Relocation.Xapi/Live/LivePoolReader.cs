using System.Runtime.CompilerServices;
using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Live;

/// <summary>A capture of a pool that answers. Reading the header reads everything, so that no object is handed out of a capture that then breaks off.</summary>
public sealed class LivePoolReader : IInventoryReader
{
    private readonly Func<CancellationToken, Task<LiveRecords>> read;
    private readonly string source;
    private IReadOnlyList<InventoryObject>? objects;

    /// <summary>A capture over a session, which stays the caller's.</summary>
    /// <param name="session">The session.</param>
    /// <param name="timeout">How long reading may take; five minutes when not given.</param>
    public LivePoolReader(XapiSession session, TimeSpan? timeout = null)
    {
        source = session.Endpoint.Address.Authority;
        read = cancellationToken => LiveCapture.ReadAsync(session, timeout ?? TimeSpan.FromMinutes(5), cancellationToken);
    }

    /// <summary>A capture of records that a watch has read already.</summary>
    internal LivePoolReader(LiveRecords records, string source)
    {
        this.source = source;
        read = _ => Task.FromResult(records);
    }

    /// <inheritdoc />
    public CaptureSource Source => CaptureSource.LivePool;

    /// <inheritdoc />
    /// <exception cref="XapiFailureException">The pool refused.</exception>
    /// <exception cref="XapiUnreachableException">The pool did not answer.</exception>
    /// <exception cref="CertificateRefusedException">The certificate is not the pinned one.</exception>
    public async Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var records = await read(cancellationToken);
        objects = records.MapAll();
        var coordinator = records.Coordinator;
        var name = records.PoolRecord.Text("name_label") is { Length: > 0 } own ? own : coordinator?.Text("name_label") ?? "";
        var version = coordinator?.Map("software_version").GetValueOrDefault("product_version") ?? "";
        return new InventoryHeader(records.Pool, name, version, "", objects.Count, [.. records.Warnings]);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<InventoryObject> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (objects is null)
        {
            await ReadHeaderAsync(cancellationToken);
        }

        foreach (var item in objects!)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
