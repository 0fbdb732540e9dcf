namespace Relocation.Core.Estimation;

/// <summary>
/// How a guest dirties memory: a hot and a cold set, each written at a steady rate at random, so that after a time t a set of W bytes written at
/// r bytes per second has W·(1 − e^(−r·t/W)) distinct dirty bytes.
/// </summary>
/// <param name="HotBytes">Size of the hot set.</param>
/// <param name="HotBytesPerSecond">Rate of writes to it.</param>
/// <param name="ColdBytes">Size of the cold set.</param>
/// <param name="ColdBytesPerSecond">Rate of writes to it.</param>
public readonly record struct DirtyModel(double HotBytes, double HotBytesPerSecond, double ColdBytes, double ColdBytesPerSecond)
{
    /// <summary>A guest that writes nothing.</summary>
    public static readonly DirtyModel Idle;

    /// <summary>Bytes per second dirtied at first, before pages repeat.</summary>
    public double InitialBytesPerSecond => (HotBytes > 0 ? HotBytesPerSecond : 0) + (ColdBytes > 0 ? ColdBytesPerSecond : 0);

    /// <summary>What is assumed of a guest of which nothing is known.</summary>
    public static DirtyModel Prior(double memoryBytes, double vcpus) => new(
        EstimationPriors.HotShare * memoryBytes,
        EstimationPriors.HotBytesPerSecond * vcpus,
        EstimationPriors.ColdShare * memoryBytes,
        EstimationPriors.ColdBytesPerSecond * vcpus);

    /// <summary>Distinct bytes dirtied within so many seconds.</summary>
    public double DirtyWithin(double seconds) => Set(HotBytes, HotBytesPerSecond, seconds) + Set(ColdBytes, ColdBytesPerSecond, seconds);

    private static double Set(double size, double rate, double seconds) => size <= 0 ? 0 : -size * (Math.Exp(-rate * seconds / size) - 1);
}
