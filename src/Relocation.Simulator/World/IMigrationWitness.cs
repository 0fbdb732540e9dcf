namespace Relocation.Simulator.World;

/// <summary>Whoever sees a migration's steps and writes them down in the pools' databases.</summary>
public interface IMigrationWitness
{
    /// <summary>A step begins; an exception ends the migration there.</summary>
    /// <param name="step">Which.</param>
    /// <param name="disk">Index of the disk for a disk's step, else −1.</param>
    /// <returns>What to wait for before going on; null for nothing. This is how a step is made to stall.</returns>
    WorldWait? Enter(MigrationStep step, int disk);

    /// <summary>Progress as the toolstack would tell it: between 0 and 1, not monotonic.</summary>
    void Progress(double fraction);
}
