namespace Relocation.Core.Waves;

/// <summary>A wave.</summary>
public readonly record struct WaveId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
