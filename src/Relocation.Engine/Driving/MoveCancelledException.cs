namespace Relocation.Engine.Driving;

/// <summary>A move was cancelled before anything was sent; the step that waits is left at once.</summary>
internal sealed class MoveCancelledException() : Exception("The move was cancelled before anything was sent.");
