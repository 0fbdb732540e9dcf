using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.World;

/// <summary>Writes down what a migration tells, and stalls or fails where told to.</summary>
internal sealed class RecordingWitness : IMigrationWitness
{
    public List<(MigrationStep Step, int Disk)> Steps { get; } = [];

    public List<double> Fractions { get; } = [];

    public Dictionary<(MigrationStep Step, int Disk), WorldWait> Stalls { get; } = [];

    public Dictionary<(MigrationStep Step, int Disk), Exception> Failures { get; } = [];

    public WorldWait? Enter(MigrationStep step, int disk)
    {
        Steps.Add((step, disk));
        return Failures.TryGetValue((step, disk), out var failure) ? throw failure : Stalls.GetValueOrDefault((step, disk));
    }

    public void Progress(double fraction) => Fractions.Add(fraction);
}
