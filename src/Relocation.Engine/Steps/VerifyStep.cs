using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>Proves the outcome on both pools. Pools tidy up after a move, so that the proof may take a moment to become whole.</summary>
internal sealed class VerifyStep : IMoveStep
{
    public RunbookStep Step => RunbookStep.Verify;

    /// <summary>Proved here means observed twice: once by executing the step, once more by this.</summary>
    public async Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Proved)
        {
            return new StepObservation(StepState.NotStarted);
        }

        var sight = MoveSight.Of(scope.Record, await scope.ObserveAsync(cancellationToken));
        var missing = OutcomeProof.Missing(scope.Record, sight);
        return missing.Count == 0 ? new StepObservation(StepState.Done) : new StepObservation(StepState.Unknown, Failure(missing, sight));
    }

    public async Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var since = scope.Time.GetTimestamp();
        while (true)
        {
            var sight = MoveSight.Of(scope.Record, await scope.ObserveAsync(cancellationToken));
            var missing = OutcomeProof.Missing(scope.Record, sight);
            if (missing.Count == 0)
            {
                scope.Proved = true;
                return new StepOutcome.Succeeded();
            }

            if (scope.Time.GetElapsedTime(since) >= scope.Options.VerifyFor)
            {
                return sight.Place == VmPlace.TargetOnly
                    ? new StepOutcome.Failed(Failure(missing, sight))
                    : new StepOutcome.Unknown(Failure(missing, sight));
            }

            await scope.PauseAsync(scope.Options.PollEvery, cancellationToken);
        }
    }

    private static MoveFailure Failure(IReadOnlyList<string> missing, MoveSight sight) => new(FailureCodes.OutcomeNotProved, missing, true, sight.Seen.Leftovers);
}
