namespace Relocation.Data.Connections;

/// <summary>A stored pool connection.</summary>
public readonly record struct ConnectionId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
