namespace Relocation.Data.Runs;

/// <summary>A move of a run.</summary>
internal sealed class MoveRow
{
    public required Guid Id { get; init; }

    public required Guid Run { get; init; }

    public required int Ordinal { get; init; }

    public required string State { get; init; }

    /// <summary>Uuid of the VM, so that a VM's moves can be found.</summary>
    public required string Vm { get; init; }

    public required string Document { get; init; }
}
