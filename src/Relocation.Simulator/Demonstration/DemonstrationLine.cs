namespace Relocation.Simulator.Demonstration;

/// <summary>The line between the pools of two sites; all pairs share it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BytesPerSecond">What it carries.</param>
/// <param name="Latency">One-way latency.</param>
public sealed record DemonstrationLine(string Name, double BytesPerSecond, TimeSpan Latency);
