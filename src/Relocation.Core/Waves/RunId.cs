namespace Relocation.Core.Waves;

/// <summary>One execution of a wave.</summary>
public readonly record struct RunId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
