namespace Relocation.Web.Composition;

/// <summary>The demonstration relocation (`--demo`).</summary>
public sealed class DemonstrationOptions
{
    /// <summary>How many times faster than the wall's clock the simulated pools live.</summary>
    public double Speed { get; set; } = 20;

    /// <summary>Seed of everything random in it.</summary>
    public int Seed { get; set; } = 2015;
}
