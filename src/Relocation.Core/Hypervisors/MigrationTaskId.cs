namespace Relocation.Core.Hypervisors;

/// <summary>The uuid of a pool's task.</summary>
public readonly record struct MigrationTaskId(string Uuid)
{
    /// <inheritdoc />
    public override string ToString() => Uuid;
}
