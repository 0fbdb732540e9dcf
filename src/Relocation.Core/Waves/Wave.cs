namespace Relocation.Core.Waves;

/// <summary>Groups that move in one go.</summary>
/// <param name="Id">The wave.</param>
/// <param name="Name">Its name.</param>
/// <param name="Groups">Its groups in order.</param>
/// <param name="MaximumParallelMoves">Most moves at a time over the whole wave.</param>
public sealed record Wave(WaveId Id, string Name, IReadOnlyList<MoveGroupId> Groups, int MaximumParallelMoves);
