using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>What the facts tell of a step.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Why">Why it is not done or cannot be told, when that is known.</param>
internal sealed record StepObservation(StepState State, MoveFailure? Why = null);
