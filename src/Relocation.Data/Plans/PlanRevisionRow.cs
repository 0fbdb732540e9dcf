namespace Relocation.Data.Plans;

/// <summary>A plan as it was saved once; never changed.</summary>
internal sealed class PlanRevisionRow
{
    public required Guid Plan { get; init; }

    public required long Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Summary { get; init; }

    public required string Document { get; init; }
}
