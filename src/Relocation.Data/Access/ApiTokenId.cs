namespace Relocation.Data.Access;

/// <summary>An API token.</summary>
public readonly record struct ApiTokenId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
