namespace Relocation.Core.Waves;

/// <summary>A move group.</summary>
public readonly record struct MoveGroupId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
