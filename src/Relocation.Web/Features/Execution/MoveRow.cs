using Relocation.Core.Estimation;
using Relocation.Core.Quantities;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>A move in the list of a run and in its Gantt.</summary>
/// <param name="Move">The move.</param>
/// <param name="Parts">Its phases.</param>
/// <param name="Rate">Present rate of the disk copy.</param>
/// <param name="Remaining">Remaining seconds by the pools' clock.</param>
/// <param name="Start">When it started or is expected to, by our clock; null when unknown.</param>
/// <param name="End">When it ended or is expected to.</param>
/// <param name="EndLow">Early end of that prediction's interval; null once it ended.</param>
/// <param name="EndHigh">Late end.</param>
public sealed record MoveRow(
    MoveRecord Move, IReadOnlyList<MovePart> Parts, BitRate? Rate, Estimate? Remaining, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? EndLow, DateTimeOffset? EndHigh)
{
    /// <summary>How far it is, from 0 to 1.</summary>
    public double Share => MoveParts.Share(Parts);

    /// <summary>Draws a move.</summary>
    public static MoveRow Of(MoveRecord move, ScheduledMove? planned, double? pace, DateTimeOffset now)
    {
        var running = move.State is MoveState.Running ? move.Progress : null;
        var ended = move.State.HasEnded();
        var start = move.StartedAt ?? (ended ? null : Later(planned?.Start));
        return new MoveRow(
            move,
            MoveParts.Of(move),
            running?.BytesPerSecond is { } rate ? BitRate.FromBytesPerSecond(rate) : null,
            running?.RemainingSeconds,
            start,
            ended ? move.FinishedAt : Later(planned?.End),
            ended ? null : Later(planned?.Low),
            ended ? null : Later(planned?.High));

        DateTimeOffset? Later(double? seconds) => seconds is { } known && pace is { } factor ? now + TimeSpan.FromSeconds(known / factor) : null;
    }
}
