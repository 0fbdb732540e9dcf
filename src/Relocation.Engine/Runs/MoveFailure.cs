using Relocation.Core.Hypervisors;

namespace Relocation.Engine.Runs;

/// <summary>Why a move failed or is unknown.</summary>
/// <param name="Code">Stable code: XAPI's, or one of the engine's own such as `outcome-not-proved`.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="MayRetry">A retry is sensible after the facts were observed.</param>
/// <param name="Leftovers">What was left on the pools.</param>
public sealed record MoveFailure(string Code, IReadOnlyList<string> Parameters, bool MayRetry, IReadOnlyList<Leftover> Leftovers);
