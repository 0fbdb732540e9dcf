using Microsoft.Extensions.Logging;
using Relocation.Core.Hypervisors;
using Relocation.Core.Waves;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Checks and sends. Each write is made once; the marks let an observer find afterwards what became of it.</summary>
internal sealed class MoveSender(PoolLink source, PoolLink target, OpenTransfers transfers, ILogger logger)
{
    private readonly MigrationCalls calls = new(source, target);

    /// <summary>The pools' own check with the real mapping.</summary>
    /// <exception cref="XapiFailureException">They would refuse.</exception>
    public async Task AssertAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        RefuseUnknownMethod(order);
        var maps = await MigrationMaps.ResolveAsync(order, source, target, cancellationToken);
        var destination = await calls.ReceiveAsync(maps, cancellationToken);
        try
        {
            await calls.AssertAsync(order, maps, destination, cancellationToken);
        }
        finally
        {
            await calls.CloseAsync(destination.GetValueOrDefault("session_id", ""), CancellationToken.None);
        }
    }

    /// <summary>Marks, asks to receive, sends, tags.</summary>
    public async Task<MigrationTaskId> SendAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        RefuseUnknownMethod(order);
        var maps = await MigrationMaps.ResolveAsync(order, source, target, cancellationToken);
        await MarkAsync(order, maps.Vm, cancellationToken);
        var destination = await calls.ReceiveAsync(maps, cancellationToken);
        var session = destination.GetValueOrDefault("session_id", "");
        string task;
        try
        {
            task = await calls.SendAsync(order, maps, destination, cancellationToken);
        }
        catch (XapiFailureException)
        {
            await calls.CloseAsync(session, CancellationToken.None);
            throw;
        }

        // From here on the migration runs: giving up now would lose its name.
        await TagAsync(order, task);
        var uuid = await source.FindUuidAsync("task", task, CancellationToken.None)
            ?? throw new XapiUnreachableException("The migration's task ended and went before its uuid could be read.", mayHaveActed: true);
        transfers.Opened(source.Pool, uuid, session);
        return new MigrationTaskId(uuid);
    }

    /// <summary>Logs the transfer's session out once its task has ended.</summary>
    public async Task EndedAsync(MigrationTaskId task, CancellationToken cancellationToken)
    {
        if (transfers.Close(source.Pool, task.Uuid) is { } session)
        {
            await calls.CloseAsync(session, cancellationToken);
        }
    }

    private static void RefuseUnknownMethod(MoveOrder order)
    {
        if (order.Method is not (MoveMethod.Live or MoveMethod.Cold))
        {
            throw new XapiFailureException("VM.migrate_send", new XapiFailure("MOVE_METHOD_UNSUPPORTED", [order.Method.ToString()]));
        }
    }

    private async Task MarkAsync(MoveOrder order, string vm, CancellationToken cancellationToken)
    {
        // Adding a key that is there is an error, removing one that is not is none.
        await source.WriteAsync("VM.remove_from_other_config", [vm, MoveMarks.Move], cancellationToken);
        await source.WriteAsync("VM.add_to_other_config", [vm, MoveMarks.Move, order.Move.ToString()], cancellationToken);
    }

    private async Task TagAsync(MoveOrder order, string task)
    {
        try
        {
            await source.WriteAsync("task.add_to_other_config", [task, MoveMarks.Move, order.Move.ToString()], CancellationToken.None);
            await source.WriteAsync("task.add_to_other_config", [task, MoveMarks.Run, order.Run.ToString()], CancellationToken.None);
        }
        catch (Exception problem) when (problem is XapiFailureException or XapiUnreachableException or CertificateRefusedException)
        {
            logger.LogWarning("The task of move {Move} could not be tagged ({Reason}); it is found through the VM's current operations", order.Move, problem.Message);
        }
    }
}
