using Microsoft.Extensions.Logging;
using Relocation.Core.Hypervisors;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Moves VMs between two pools that speak XAPI, with host.migrate_receive and VM.migrate_send.</summary>
public sealed class XapiMover : IVmMover
{
    private readonly PoolLink source;
    private readonly PoolLink target;
    private readonly MoveObserver observer;
    private readonly MoveSender sender;

    internal XapiMover(PoolLink source, PoolLink target, OpenTransfers transfers, TimeProvider time, ILogger logger)
    {
        this.source = source;
        this.target = target;
        observer = new MoveObserver(source, target, time);
        sender = new MoveSender(source, target, transfers, logger);
    }

    /// <inheritdoc />
    public async Task<HypervisorError?> AssertCanMigrateAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        try
        {
            await sender.AssertAsync(order, cancellationToken);
            return null;
        }
        catch (XapiFailureException refusal) when (refusal.Failure.Code != XapiFailure.AuthenticationFailed)
        {
            return await TranslateAsync(refusal);
        }
        catch (Exception problem) when (IsLoss(problem))
        {
            throw Lost(problem);
        }
    }

    /// <inheritdoc />
    public async Task<MoveObservation> ObserveAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        var seen = await FactsAsync(() => observer.ObserveAsync(order, cancellationToken));
        foreach (var task in seen.Tasks.Where(HasEnded))
        {
            await sender.EndedAsync(task.Id, cancellationToken);
        }

        return seen;
    }

    /// <inheritdoc />
    public async Task<MigrationTaskId> SendAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(order, cancellationToken);
        }
        catch (XapiFailureException refusal)
        {
            throw new HypervisorException(await TranslateAsync(refusal), refusal);
        }
        catch (CertificateRefusedException refusal)
        {
            throw new HypervisorException(new HypervisorError("CERTIFICATE_REFUSED", [refusal.Address.Authority, refusal.Pinned, refusal.Presented]), refusal);
        }
        catch (XapiUnreachableException lost)
        {
            throw Lost(lost);
        }
    }

    /// <inheritdoc />
    public async Task<MigrationTask?> ObserveTaskAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken)
    {
        var found = await FactsAsync(async () =>
        {
            var reference = await source.FindRefAsync("task", task.Uuid, cancellationToken);
            return await source.FindRecordAsync("task", reference, cancellationToken) is { } record
                ? await TaskReader.TaskAsync(record, [source, target], cancellationToken)
                : null;
        });
        if (found is null || HasEnded(found))
        {
            await sender.EndedAsync(task, cancellationToken);
        }

        return found;
    }

    /// <inheritdoc />
    public async Task RequestCancelAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken)
    {
        try
        {
            var reference = await source.RefAsync("task", task.Uuid, cancellationToken);
            await source.WriteAsync("task.cancel", [reference], cancellationToken);
        }
        catch (XapiFailureException refusal)
        {
            throw new HypervisorException(await TranslateAsync(refusal), refusal);
        }
        catch (Exception problem) when (IsLoss(problem))
        {
            throw Lost(problem);
        }
    }

    /// <inheritdoc />
    public async Task RestoreAttributesAsync(MoveOrder order, MovedAttributes attributes, CancellationToken cancellationToken)
    {
        var refusals = await FactsAsync(() => new AttributeRestorer(source, target).RestoreAsync(order, attributes, cancellationToken));
        if (refusals.Count > 0)
        {
            throw new HypervisorException(new HypervisorError("RESTORE_INCOMPLETE", refusals));
        }
    }

    private static bool HasEnded(MigrationTask task) => task.Status is not (MigrationTaskStatus.Pending or MigrationTaskStatus.Cancelling);

    /// <summary>Facts that a pool does not give are facts we do not have, whatever its reason.</summary>
    private static async Task<T> FactsAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception problem) when (IsLoss(problem) || problem is XapiFailureException)
        {
            throw Lost(problem);
        }
    }

    private static bool IsLoss(Exception problem) => problem is XapiUnreachableException or CertificateRefusedException
        or XapiFailureException { Failure.Code: XapiFailure.AuthenticationFailed };

    private static HypervisorUnreachableException Lost(Exception problem) => new(problem.Message, problem);

    private Task<HypervisorError> TranslateAsync(XapiFailureException refusal) => PoolFailures.TranslateAsync(refusal.Failure, [source, target], CancellationToken.None);
}
