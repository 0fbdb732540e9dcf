using Relocation.Core.Hypervisors;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>A move as it begins once more, with nothing of the attempt before held against it.</summary>
internal static class NextAttempt
{
    public static MoveRecord Of(MoveRecord move, IEnumerable<MigrationTaskId> seenTasks) =>
        move with
        {
            Attempt = move.Attempt + 1,
            EarlierTasks = [.. move.EarlierTasks.Union(move.Task is { } task ? [task] : []).Union(seenTasks)],
            Task = null,
            SendIntendedAt = null,
            MarkedBefore = false,
            PointOfNoReturnPassed = false,
            Measured = null,
            Progress = null,
            Failure = null,
        };
}
