using Relocation.Core.Quantities;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>A run as a page shows it at one instant.</summary>
public sealed record RunPicture
{
    /// <summary>The run.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>Its moves by ordinal.</summary>
    public required IReadOnlyList<MoveRow> Moves { get; init; }

    /// <summary>When this was so.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Bytes of disks that have arrived.</summary>
    public required ByteSize Moved { get; init; }

    /// <summary>Bytes of disks that are expected to travel in all.</summary>
    public required ByteSize Total { get; init; }

    /// <summary>Time since its first move, until its end; null before.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>When it is expected to end, by our clock; null when it has ended, waits for a person, or nothing can be predicted yet.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Early end of that prediction's 90 % interval.</summary>
    public DateTimeOffset? EndLow { get; init; }

    /// <summary>Late end.</summary>
    public DateTimeOffset? EndHigh { get; init; }

    /// <summary>How many times faster than ours the pools' clock goes, when it is not the same.</summary>
    public double? Pace { get; init; }

    /// <summary>Moves in a state.</summary>
    public int Count(MoveState state) => Moves.Count(row => row.Move.State == state);

    /// <summary>How far it is, by bytes where there are any and by moves otherwise; never whole before every move has ended.</summary>
    public double Share => Moves.Count == 0 ? 0
        : Moves.All(row => row.Move.State.HasEnded()) ? 1
        : Math.Min(0.99, Total.Bytes > 0 ? (double)Moved.Bytes / Total.Bytes : (double)Moves.Count(row => row.Move.State.HasEnded()) / Moves.Count);

    /// <summary>Draws the run.</summary>
    /// <param name="state">The run as it is.</param>
    /// <param name="pace">How fast the pools' clock goes, or null while unknown.</param>
    /// <param name="now">Our clock.</param>
    public static RunPicture Of(RunJournalState state, double? pace, DateTimeOffset now)
    {
        var schedule = RunSchedule.Of(state);
        var end = state.Run.State is RunState.Running && pace is not null ? RunSchedule.End(schedule) : null;
        return new RunPicture
        {
            Run = state.Run,
            Moves = [.. state.Moves.Select(move => MoveRow.Of(move, schedule.TryGetValue(move.Id, out var planned) ? planned : null, pace, now))],
            At = now,
            Moved = Sum(state.Moves, MovedOf),
            Total = Sum(state.Moves, move => move.Runbook.Disks.Sum(disk => (double)disk.AllocatedSize.Bytes)),
            Elapsed = state.Run.StartedAt is { } started ? (state.Run.FinishedAt ?? now) - started : null,
            End = Later(end?.End),
            EndLow = Later(end?.Low),
            EndHigh = Later(end?.High),
            Pace = pace is { } factor && factor != 1 ? factor : null,
        };

        DateTimeOffset? Later(double? seconds) => seconds is { } known ? now + TimeSpan.FromSeconds(known / pace!.Value) : null;
    }

    private static double MovedOf(MoveRecord move)
    {
        var bytes = move.Runbook.Disks.Sum(disk => (double)disk.AllocatedSize.Bytes);
        return move switch
        {
            { State: MoveState.Done } => bytes,
            { State: MoveState.Running or MoveState.Unknown, Progress: { BytesTotal: > 0 } progress } => bytes * Math.Clamp(progress.BytesDone / progress.BytesTotal, 0, 1),
            _ => 0,
        };
    }

    private static ByteSize Sum(IReadOnlyList<MoveRecord> moves, Func<MoveRecord, double> bytes) => new((long)moves.Sum(bytes));
}
