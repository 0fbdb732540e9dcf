using Relocation.Core.Runbooks;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>A part of a move's phase bar, without words.</summary>
/// <param name="Phase">The phase it stands for.</param>
/// <param name="Disk">Its disk, when the phase is <see cref="MovePhase.Disk"/>.</param>
/// <param name="Weight">Seconds it is predicted to take; equal for all when nothing was predicted.</param>
/// <param name="Share">How far it is, from 0 to 1.</param>
/// <param name="State">Planned, running, done or failed.</param>
/// <param name="NoReturn">From its start on, the move can no longer be cancelled.</param>
public sealed record MovePart(MovePhase Phase, RunbookDisk? Disk, double Weight, double Share, WorkState State, bool NoReturn);
