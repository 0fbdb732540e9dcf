using Relocation.Core.Runbooks;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>A step of a move.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">What became of it.</param>
/// <param name="Skipped">It was found done already.</param>
/// <param name="Took">Time it took, once ended.</param>
public sealed record MoveStep(RunbookStep Step, WorkState State, bool Skipped, TimeSpan? Took);
