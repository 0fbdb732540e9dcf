using System.Threading.Channels;
using Relocation.Core.Inventory;
using Relocation.Xapi.Live;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Live;

/// <summary>A watch under way; what it reports comes out of channels in order.</summary>
internal sealed class WatchRun : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<IReadOnlyList<InventoryObject>> captures = Channel.CreateUnbounded<IReadOnlyList<InventoryObject>>();
    private readonly Channel<InventoryBatch> batches = Channel.CreateUnbounded<InventoryBatch>();
    private readonly Channel<PoolConnectionState> states = Channel.CreateUnbounded<PoolConnectionState>();
    private readonly Task run;

    public WatchRun(PoolEndpoint endpoint, PoolId? expected = null, PoolWatchOptions? options = null, TimeProvider? time = null)
    {
        var hasty = options ?? new PoolWatchOptions { FirstDelay = TimeSpan.FromMilliseconds(2), LongestDelay = TimeSpan.FromMilliseconds(20) };
        var watch = new PoolWatch(endpoint, expected, hasty, time);
        run = watch.RunAsync(
            async (reader, token) =>
            {
                await reader.ReadHeaderAsync(token);
                captures.Writer.TryWrite(await reader.ReadObjectsAsync(token).ToListAsync(token));
            },
            (batch, _) =>
            {
                batches.Writer.TryWrite(batch);
                return Task.CompletedTask;
            },
            state => states.Writer.TryWrite(state),
            stop.Token);
    }

    public Task<IReadOnlyList<InventoryObject>> CaptureAsync() => NextAsync(captures.Reader);

    public Task<InventoryBatch> BatchAsync() => NextAsync(batches.Reader);

    public Task<PoolConnectionState> StateAsync() => NextAsync(states.Reader);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        stop.Dispose();
    }

    /// <summary>What comes next; a report that never comes fails the test rather than holding it up.</summary>
    private static async Task<T> NextAsync<T>(ChannelReader<T> reports) =>
        await reports.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
}
