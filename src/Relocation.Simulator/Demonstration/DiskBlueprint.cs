namespace Relocation.Simulator.Demonstration;

/// <summary>A disk to be made.</summary>
/// <param name="Gibibytes">Its size.</param>
/// <param name="Written">How much of it is written, GiB.</param>
/// <param name="Store">The name of its store.</param>
public sealed record DiskBlueprint(double Gibibytes, double Written, string Store)
{
    /// <summary>Whether its changes are tracked for backups.</summary>
    public bool IsTracked { get; init; }

    /// <summary>Whether it is thrown away at every start.</summary>
    public bool IsReset { get; init; }
}
