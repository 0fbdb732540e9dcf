namespace Relocation.Engine.Steps;

/// <summary>How far a step is, as told by facts alone.</summary>
internal enum StepState
{
    NotStarted,
    InProgress,
    Done,
    Unknown,
}
