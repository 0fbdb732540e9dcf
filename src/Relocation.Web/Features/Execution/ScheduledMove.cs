namespace Relocation.Web.Features.Execution;

/// <summary>When something is expected to start and end, in seconds from now.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its expected end.</param>
/// <param name="Low">Early end of the interval that is to hold nine of ten outcomes.</param>
/// <param name="High">Late end.</param>
public readonly record struct ScheduledMove(double Start, double End, double Low, double High);
