using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Ownership;

/// <summary>
/// Asks the journal for active runs, at start and every few seconds, and wakes whoever should drive them. With this no run depends on
/// anybody remembering it: after a crash the next sweep of any process finds it.
/// </summary>
public sealed class RunSweeper(IRunJournal journal, IGrainFactory grains, TimeProvider time, IOptions<EngineOptions> options, ILogger<RunSweeper> log)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var active = await journal.ActiveAsync(stoppingToken);
                await Task.WhenAll(active.Select(WakeAsync));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Active runs could not be swept; it is tried again in {Pause}", options.Value.SweepEvery);
            }

            await Task.Delay(options.Value.SweepEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WakeAsync(RunId run)
    {
        try
        {
            await grains.GetGrain<IRunGrain>(run.Value).WakeAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogWarning(exception, "Run {Run} could not be woken; it is tried again with the next sweep", run);
        }
    }
}
