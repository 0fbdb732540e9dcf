namespace Relocation.Core.Hypervisors;

/// <summary>A pool's migration task as observed.</summary>
/// <param name="Id">The task.</param>
/// <param name="Status">Its state.</param>
/// <param name="Progress">XAPI's figure from 0 to 1; it falls back when phases change.</param>
/// <param name="Created">When it began, by the pool's clock.</param>
/// <param name="Finished">When it ended, by the pool's clock.</param>
/// <param name="Error">Why it failed.</param>
public sealed record MigrationTask(
    MigrationTaskId Id,
    MigrationTaskStatus Status,
    double Progress,
    DateTimeOffset Created,
    DateTimeOffset? Finished,
    HypervisorError? Error);
