using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>Puts back what XAPI drops when a VM crosses pools (import.ml, xapi_vm.ml), and removes the move's mark.</summary>
internal sealed class RestoreStep : IMoveStep
{
    public RunbookStep Step => RunbookStep.Restore;

    public async Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var differing = Differing(scope, await scope.ObserveAsync(cancellationToken));
        return differing.Count == 0 ? new StepObservation(StepState.Done) : new StepObservation(StepState.NotStarted, Failure(differing));
    }

    public async Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var attributes = scope.Record.Attributes ?? throw new InvalidOperationException("Nothing was captured before the move.");
        await scope.WriteAsync(JournalKind.Intent, move => move, Facts.Of(("call", "restore")), cancellationToken);
        var answer = "";
        try
        {
            var mover = await scope.MoverAsync(cancellationToken);
            await mover.RestoreAttributesAsync(scope.Order, attributes, cancellationToken);
        }
        catch (HypervisorException exception)
        {
            answer = exception.Error.ToString();
        }

        await scope.WriteAsync(JournalKind.Called, move => move, Facts.Of(("call", "restore"), ("error", answer)), cancellationToken);
        var differing = Differing(scope, await scope.ObserveAsync(cancellationToken));
        return differing.Count == 0 ? new StepOutcome.Succeeded() : new StepOutcome.Failed(Failure(answer.Length == 0 ? differing : [.. differing, answer]));
    }

    private static List<string> Differing(MoveScope scope, MoveObservation seen)
    {
        if (seen.Target is not { } vm || scope.Record.Attributes is not { } before)
        {
            return ["present-at-target"];
        }

        var differing = AttributeDifferences.Between(before, vm.Attributes).ToList();
        if (vm.MarkedFor == scope.Record.Id.ToString())
        {
            differing.Add("mark");
        }

        return differing;
    }

    private static MoveFailure Failure(IReadOnlyList<string> differing) => new(FailureCodes.AttributesNotRestored, differing, true, []);
}
