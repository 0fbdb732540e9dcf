namespace Relocation.Core.Estimation;

/// <summary>A disk as a forecast sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="VirtualBytes">Size the guest sees.</param>
/// <param name="AllocatedBytes">Bytes that are expected to travel.</param>
/// <param name="Mirrored">The running guest's writes to it are sent along.</param>
/// <param name="WriteBytesPerSecond">How fast the guest writes to it, if known.</param>
public sealed record ForecastDisk(string Name, double VirtualBytes, double AllocatedBytes, bool Mirrored, double? WriteBytesPerSecond = null);
