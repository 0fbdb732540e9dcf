using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Data.Audit;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Access;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Features.Execution;

/// <summary>What people ask of a run, for pages and API alike: checks the role, asks the engine, writes the audit log.</summary>
public sealed class RunControl(RunService runs, AuditLog audit, TimeProvider time)
{
    /// <summary>Stores a compiled wave as a run and has it driven. The caller has checked that nothing stands in the way.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not operate.</exception>
    public async Task<RunJournalState> StartAsync(
        Actor actor, RelocationPlan plan, Wave wave, RunId id, IReadOnlyList<CompiledMove> compiled, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Operate))
        {
            throw new UnauthorizedAccessException($"{actor.Name} may not start runs.");
        }

        var run = NewRun.Of(plan, wave, id, actor.Name, time.GetUtcNow());
        var moves = compiled.Select((move, index) => NewRun.Move(id, index + 1, move)).ToList();
        await runs.StartAsync(run, moves, cancellationToken);
        await audit.AppendAsync(actor.Name, "run.start", ("run", id.ToString()), "done", new Dictionary<string, string> { ["wave"] = wave.Name }, cancellationToken);
        return await runs.LoadAsync(id, cancellationToken) ?? new RunJournalState(run, moves, 0);
    }

    /// <summary>Admits no new move; running ones go on.</summary>
    public Task<ActionOutcome> PauseAsync(Actor actor, RunId run, CancellationToken cancellationToken) =>
        AskAsync(actor, "run.pause", run, null, () => runs.PauseAsync(run, actor.Name, cancellationToken), cancellationToken);

    /// <summary>Admits moves again.</summary>
    public Task<ActionOutcome> ResumeAsync(Actor actor, RunId run, CancellationToken cancellationToken) =>
        AskAsync(actor, "run.resume", run, null, () => runs.ResumeAsync(run, actor.Name, cancellationToken), cancellationToken);

    /// <summary>Ends the run: waiting moves at once, running ones where the pools still honour it.</summary>
    public Task<ActionOutcome> CancelAsync(Actor actor, RunId run, CancellationToken cancellationToken) =>
        AskAsync(actor, "run.cancel", run, null, () => runs.CancelAsync(run, actor.Name, cancellationToken), cancellationToken);

    /// <summary>Cancels one move.</summary>
    public Task<ActionOutcome> CancelMoveAsync(Actor actor, RunId run, MoveId move, CancellationToken cancellationToken) =>
        AskAsync(actor, "move.cancel", run, move, () => runs.CancelMoveAsync(run, move, actor.Name, cancellationToken), cancellationToken);

    /// <summary>Tries a failed or cancelled move again.</summary>
    public Task<ActionOutcome> RetryMoveAsync(Actor actor, RunId run, MoveId move, CancellationToken cancellationToken) =>
        AskAsync(actor, "move.retry", run, move, () => runs.RetryMoveAsync(run, move, actor.Name, cancellationToken), cancellationToken);

    /// <summary>Decides about a move whose outcome is unknown.</summary>
    public Task<ActionOutcome> ResolveAsync(Actor actor, RunId run, MoveId move, UnknownResolution resolution, CancellationToken cancellationToken) =>
        AskAsync(actor, "move.resolve", run, move, () => runs.ResolveUnknownAsync(run, move, resolution, actor.Name, cancellationToken), cancellationToken);

    private async Task<ActionOutcome> AskAsync(
        Actor actor, string action, RunId run, MoveId? move, Func<Task<RequestOutcome>> ask, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Operate))
        {
            return ActionOutcome.Forbidden;
        }

        var answer = await ask();
        Dictionary<string, string> detail = [];
        if (move is { } id)
        {
            detail["move"] = id.ToString();
        }

        await audit.AppendAsync(actor.Name, action, ("run", run.ToString()), answer.Accepted ? "done" : answer.Reason, detail, cancellationToken);
        return answer.Accepted ? ActionOutcome.Success : ActionOutcome.Refused(answer.Reason);
    }
}
