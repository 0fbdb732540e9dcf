namespace Relocation.Web.Features.Reports;

/// <summary>One move's prediction and measurement.</summary>
/// <param name="Name">The VM.</param>
/// <param name="Expected">What was predicted.</param>
/// <param name="Low">Low end of its 90 % interval.</param>
/// <param name="High">High end.</param>
/// <param name="Measured">What was measured.</param>
public sealed record AccuracyBar(string Name, double? Expected, double? Low, double? High, double? Measured)
{
    /// <summary>The measurement lies in the interval; null when one of both is missing.</summary>
    public bool? Inside => Measured is { } value && Low is { } low && High is { } high ? low <= value && value <= high : null;
}
