using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Steps;

/// <summary>Captures what the move drops and sees that nothing has changed since the runbook was frozen.</summary>
internal sealed class PrepareStep : IMoveStep
{
    public RunbookStep Step => RunbookStep.Prepare;

    public async Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var sight = MoveSight.Of(scope.Record, await scope.ObserveAsync(cancellationToken));
        var drift = PlanDrift.Find(scope.Record.Runbook, sight);
        return new StepObservation(drift is null && scope.Record.Before is not null ? StepState.Done : StepState.NotStarted, drift);
    }

    public async Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken)
    {
        var seen = await scope.ObserveAsync(cancellationToken);
        if (PlanDrift.Find(scope.Record.Runbook, MoveSight.Of(scope.Record, seen)) is { } drift)
        {
            return new StepOutcome.Failed(drift);
        }

        var vm = seen.Source!;
        await scope.WriteAsync(
            JournalKind.Observed,
            move => move with { Before = vm, Attributes = vm.Attributes },
            Facts.Of(("power-state", vm.PowerState.ToString()), ("disks", Count(vm.Disks.Count)), ("interfaces", Count(vm.Vifs.Count))),
            cancellationToken);
        return new StepOutcome.Succeeded();
    }

    private static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
