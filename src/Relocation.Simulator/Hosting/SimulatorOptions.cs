namespace Relocation.Simulator.Hosting;

/// <summary>What a simulator serves.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The pools.</summary>
    public required IReadOnlyList<PoolOptions> Pools { get; init; }

    /// <summary>World seconds per wall second, 1 to 1000.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>What identifiers and random choices follow from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The time outside.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
