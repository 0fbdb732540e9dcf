namespace Relocation.Data.Access;

/// <summary>A person's account.</summary>
public readonly record struct UserId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
