using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>Asks the pools themselves with the real mapping. Refusals that pass by themselves are asked again for a while.</summary>
internal sealed class CheckStep : IMoveStep
{
    public RunbookStep Step => RunbookStep.Check;

    /// <summary>Nothing on the pools shows that they were asked: an answer counts only in the process and attempt that got it.</summary>
    public Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(new StepObservation(scope.CheckedAttempt == scope.Record.Attempt ? StepState.Done : StepState.NotStarted));

    public async Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var since = scope.Time.GetTimestamp();
        var pause = scope.Options.TransientPause;
        var told = "";
        while (true)
        {
            scope.ThrowIfCancelledBeforeSending();
            if (await scope.ReadAsync(mover => mover.AssertCanMigrateAsync(scope.Order, cancellationToken), cancellationToken) is not { } error)
            {
                scope.CheckedAttempt = scope.Record.Attempt;
                return new StepOutcome.Succeeded();
            }

            if (!TransientErrors.MayPass(error.Code) || scope.Time.GetElapsedTime(since) >= scope.Options.TransientFor)
            {
                return new StepOutcome.Failed(new MoveFailure(error.Code, error.Parameters, TransientErrors.MayPass(error.Code), []));
            }

            told = await TellOnceAsync(scope, error, told, cancellationToken);
            await scope.PauseAsync(pause, cancellationToken);
            pause = MoveScope.Longer(pause, TimeSpan.FromMinutes(1));
        }
    }

    private static async Task<string> TellOnceAsync(MoveScope scope, HypervisorError error, string told, CancellationToken cancellationToken)
    {
        var text = error.ToString();
        if (text != told)
        {
            await scope.WriteAsync(JournalKind.Observed, move => move, Facts.Of(("refused", error.Code), ("error", text), ("retried", "true")), cancellationToken);
        }

        return text;
    }
}
