using Relocation.Core.Sites;

namespace Relocation.Core.Estimation;

/// <summary>What one move can carry over the link, in bytes per second of payload.</summary>
/// <param name="Disk">Of a disk's copy, mirrored writes included.</param>
/// <param name="Memory">Of the memory stream, mirrored writes included.</param>
public readonly record struct PathRates(double Disk, double Memory)
{
    /// <summary>
    /// The least of: what one stream can do, its share of the link's payload among moves at the same time, and what a TCP window allows over the
    /// round trip.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="concurrency">Moves at the same time, from 1.</param>
    /// <param name="diskStream">Most of one disk stream, bytes per second.</param>
    /// <param name="memoryStream">Most of one memory stream, bytes per second.</param>
    public static PathRates Of(TransferLink link, int concurrency, double diskStream, double memoryStream)
    {
        var payload = (link.Mtu - EstimationPriors.TcpHeaderBytes) / (link.Mtu + EstimationPriors.EthernetFramingBytes);
        var share = link.Capacity.BytesPerSecond * payload / Math.Max(1, concurrency);
        var roundTrip = 2 * link.Latency.TotalSeconds;
        var window = roundTrip > 0 ? EstimationPriors.TcpWindowBytes / roundTrip : double.PositiveInfinity;
        var path = Math.Max(1, Math.Min(share, window));
        return new PathRates(Math.Min(path, diskStream), Math.Min(path, memoryStream));
    }
}
