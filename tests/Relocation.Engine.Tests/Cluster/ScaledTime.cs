namespace Relocation.Engine.Tests.Cluster;

/// <summary>A clock that runs faster than the machine's: the pools' clock, while the engine's stays the real one.</summary>
internal sealed class ScaledTime(double factor) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * factor);
}
