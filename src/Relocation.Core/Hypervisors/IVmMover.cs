namespace Relocation.Core.Hypervisors;

/// <summary>Moves VMs from one pool to another. Calls that observe may be repeated freely; calls that write may not.</summary>
public interface IVmMover
{
    /// <summary>The pools' own pre-check with the real mapping. Null means that they would accept.</summary>
    /// <exception cref="HypervisorUnreachableException">A pool did not answer.</exception>
    Task<HypervisorError?> AssertCanMigrateAsync(MoveOrder order, CancellationToken cancellationToken);

    /// <summary>Facts of the move on both pools, and every migration task that belongs to it.</summary>
    /// <exception cref="HypervisorUnreachableException">A pool did not answer.</exception>
    Task<MoveObservation> ObserveAsync(MoveOrder order, CancellationToken cancellationToken);

    /// <summary>Marks the VM with run and move, asks the target to receive, sends the VM and tags the task. The caller has journalled its intent and observed that nothing was sent.</summary>
    /// <exception cref="HypervisorException">The pool refused; nothing was started.</exception>
    /// <exception cref="HypervisorUnreachableException">No answer: whether it started is unknown.</exception>
    Task<MigrationTaskId> SendAsync(MoveOrder order, CancellationToken cancellationToken);

    /// <summary>The task as it is now, or null when the pool has forgotten it.</summary>
    Task<MigrationTask?> ObserveTaskAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken);

    /// <summary>Asks for cancellation; only an observed end tells whether it was honoured.</summary>
    /// <exception cref="HypervisorException">The pool refused, for example because it no longer knows the task.</exception>
    /// <exception cref="HypervisorUnreachableException">No answer: whether it was asked is unknown; asking again does no harm.</exception>
    Task RequestCancelAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken);

    /// <summary>
    /// Puts back what a move drops (vApp, affinity, blocked operations …) from facts captured before, and removes the move's mark, in the pool
    /// that holds the VM now: the target after a move, the source after a failed or cancelled one. May be repeated.
    /// </summary>
    Task RestoreAttributesAsync(MoveOrder order, MovedAttributes attributes, CancellationToken cancellationToken);
}
