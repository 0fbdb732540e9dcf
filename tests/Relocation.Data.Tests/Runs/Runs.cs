using Relocation.Core.Waves;
using Relocation.Data.Tests.Records;
using Relocation.Engine.Runs;

namespace Relocation.Data.Tests.Runs;

/// <summary>Runs and moves with every field set.</summary>
internal static class Runs
{
    public static RunRecord Run(int seed) => new RandomRecord(seed).Of<RunRecord>() with { Epoch = 7 };

    public static MoveRecord Move(int seed, RunId run, int ordinal) => new RandomRecord(seed).Of<MoveRecord>() with { Run = run, Ordinal = ordinal };

    public static IEnumerable<MoveRecord> Moves(RunRecord run, int count, int seed = 1000) =>
        Enumerable.Range(1, count).Select(ordinal => Move(seed + ordinal, run.Id, ordinal));
}
