namespace Relocation.Core.Waves;

/// <summary>One move of one VM within a run.</summary>
public readonly record struct MoveId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
