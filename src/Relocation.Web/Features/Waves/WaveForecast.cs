using Relocation.Core.Estimation;
using Relocation.Core.Runbooks;

namespace Relocation.Web.Features.Waves;

/// <summary>
/// What is predicted of a whole wave. Time is that of the moves in their order over the slots there are; its intervals suppose that all moves err
/// the same way, which is the widest they can be. Data and pauses are sums.
/// </summary>
/// <param name="Seconds">From the first move's start to the last one's end.</param>
/// <param name="Bytes">Data over the link.</param>
/// <param name="PauseSeconds">All VMs' pauses together.</param>
public sealed record WaveForecast(Estimate Seconds, Estimate Bytes, Estimate PauseSeconds)
{
    /// <summary>The forecast, or null when no move can run.</summary>
    public static WaveForecast? Of(CompiledRun run, int maximumParallelMoves)
    {
        var moves = run.Moves.Where(move => move.Forecast is not null).ToList();
        return moves.Count == 0
            ? null
            : new WaveForecast(
                Each(pick => Makespan(moves, maximumParallelMoves, pick)),
                Each(pick => moves.Sum(move => pick(move.Forecast!.DataBytes))),
                Each(pick => moves.Sum(move => pick(move.Forecast!.DowntimeSeconds))));
    }

    /// <summary>Time of the moves in their order, so many at a time over all and three from each source host.</summary>
    private static double Makespan(IReadOnlyList<CompiledMove> moves, int most, Func<Estimate, double> pick)
    {
        List<(double End, string Host)> going = [];
        var waiting = moves.ToList();
        var (now, end) = (0.0, 0.0);
        while (waiting.Count > 0)
        {
            var next = going.Count < most ? waiting.FirstOrDefault(move => going.Count(other => other.Host == HostOf(move)) < WaveConcurrency.PerSourceHost) : null;
            if (next is null)
            {
                now = going.Min(other => other.End);
                going.RemoveAll(other => other.End <= now);
                continue;
            }

            waiting.Remove(next);
            going.Add((now + pick(next.Forecast!.TimeSeconds) + Finish(next), HostOf(next)));
            end = Math.Max(end, going[^1].End);
        }

        return end;
    }

    private static string HostOf(CompiledMove move) => move.Runbook.SourceHost?.Uuid ?? "";

    /// <summary>Clean-up that holds the slot after a running VM has arrived; a stopped VM's time holds it already.</summary>
    private static double Finish(CompiledMove move) => move.Runbook.SourceHost is null ? 0 : move.Forecast!.Terms.Where(term => term.Kind is ForecastTermKind.Finish).Sum(term => term.Seconds);

    private static Estimate Each(Func<Func<Estimate, double>, double> over) => new(
        over(estimate => estimate.Expected),
        over(estimate => estimate.Low50),
        over(estimate => estimate.High50),
        over(estimate => estimate.Low90),
        over(estimate => estimate.High90));
}
