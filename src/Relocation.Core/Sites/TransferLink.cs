using Relocation.Core.Quantities;

namespace Relocation.Core.Sites;

/// <summary>The connection between the two sites that carries the moves.</summary>
/// <param name="Capacity">What moves may use of it.</param>
/// <param name="Latency">One-way latency.</param>
/// <param name="Mtu">Largest packet in bytes.</param>
public sealed record TransferLink(BitRate Capacity, TimeSpan Latency, int Mtu);
