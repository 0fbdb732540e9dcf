using Relocation.Simulator.Faults;

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

    /// <summary>The lines between pools; pairs without one have 10 Gbit/s of their own.</summary>
    public IReadOnlyList<LineOptions> Lines { get; init; } = [];

    /// <summary>Faults that are ordered at the start.</summary>
    public IReadOnlyList<FaultOrder> Faults { get; init; } = [];

    /// <summary>The time outside.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
