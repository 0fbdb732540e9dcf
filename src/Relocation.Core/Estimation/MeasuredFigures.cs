namespace Relocation.Core.Estimation;

/// <summary>The three figures as measured; absent where they could not be observed.</summary>
/// <param name="TimeSeconds">Total migration time by the source pool's clock.</param>
/// <param name="DataBytes">Data seen to arrive: bytes that the disks take at the target. Memory crosses unseen and is not in it.</param>
/// <param name="DowntimeSeconds">Pause between suspend and running: the middle of the interval in which it must lie.</param>
/// <param name="DowntimeResolutionSeconds">How far the pause may be off to either side: half that interval.</param>
public sealed record MeasuredFigures(double? TimeSeconds, double? DataBytes, double? DowntimeSeconds, double? DowntimeResolutionSeconds);
