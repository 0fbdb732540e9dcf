namespace Relocation.Web.Ui;

/// <summary>A part of a <see cref="PhaseBar"/>.</summary>
/// <param name="Name">Its name, in the reader's language.</param>
/// <param name="Weight">Its predicted share of the whole, in any unit; at least a sliver is drawn.</param>
/// <param name="Share">How far it is, from 0 to 1.</param>
/// <param name="State">Planned, running, done or failed.</param>
/// <param name="NoReturn">From its start on, the work can no longer be cancelled.</param>
public sealed record PhasePart(string Name, double Weight, double Share, WorkState State, bool NoReturn = false);
