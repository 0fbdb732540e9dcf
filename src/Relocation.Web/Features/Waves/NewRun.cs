using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Waves;

/// <summary>A run before anything has happened.</summary>
internal static class NewRun
{
    /// <summary>The run.</summary>
    public static RunRecord Of(RelocationPlan plan, Wave wave, RunId id, string by, DateTimeOffset at) => new()
    {
        Id = id,
        Relocation = plan.Id,
        PlanRevision = plan.Revision,
        Wave = wave.Id,
        WaveName = wave.Name,
        State = RunState.Planned,
        MaximumParallelMoves = wave.MaximumParallelMoves,
        StartedBy = by,
        CreatedAt = at,
        Epoch = 0,
    };

    /// <summary>One of its moves.</summary>
    public static MoveRecord Move(RunId run, int ordinal, CompiledMove move) => new()
    {
        Id = move.Runbook.Order.Move,
        Run = run,
        Ordinal = ordinal,
        Group = move.Group,
        Runbook = move.Runbook,
        Forecast = move.Forecast,
        State = MoveState.Waiting,
        Step = RunbookStep.Prepare,
        Attempt = 1,
    };
}
