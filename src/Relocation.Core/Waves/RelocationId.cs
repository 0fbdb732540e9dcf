namespace Relocation.Core.Waves;

/// <summary>A relocation.</summary>
public readonly record struct RelocationId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
