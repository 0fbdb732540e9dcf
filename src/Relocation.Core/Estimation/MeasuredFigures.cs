namespace Relocation.Core.Estimation;

/// <summary>The three figures as measured; absent where they could not be observed.</summary>
/// <param name="TimeSeconds">Total migration time.</param>
/// <param name="DataBytes">Total data transferred.</param>
/// <param name="DowntimeSeconds">Pause between suspend and running, with the resolution of observation.</param>
/// <param name="DowntimeResolutionSeconds">How exactly the pause could be seen.</param>
public sealed record MeasuredFigures(double? TimeSeconds, double? DataBytes, double? DowntimeSeconds, double? DowntimeResolutionSeconds);
