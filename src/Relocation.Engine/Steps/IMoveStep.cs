using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;

namespace Relocation.Engine.Steps;

/// <summary>One step of a move. It can be begun anew at any point by a process that knows only the journal.</summary>
internal interface IMoveStep
{
    RunbookStep Step { get; }

    /// <summary>How far it is, from facts alone; changes nothing.</summary>
    Task<StepObservation> ObserveAsync(MoveScope scope, CancellationToken cancellationToken);

    /// <summary>Begins it, or attaches to it when it was seen going on, and stays until it ends.</summary>
    Task<StepOutcome> ExecuteAsync(MoveScope scope, CancellationToken cancellationToken);
}
