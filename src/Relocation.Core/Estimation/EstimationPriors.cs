namespace Relocation.Core.Estimation;

/// <summary>
/// What estimates assume until moves of this relocation have been measured. Every constant names its unit and where it comes from; one marked
/// "assumed" has no source and stands in the forecast's list of assumptions when it matters. docs/design/estimation.md explains their use.
/// </summary>
public static class EstimationPriors
{
    /// <summary>Most bytes per second of one disk's copy. Source: Vates reports about 150 MB/s per disk for XCP-ng's V2V imports; Storage XenMotion copies one disk at a time by one sparse_dd process.</summary>
    public const double DiskStreamBytesPerSecond = 150e6;

    /// <summary>Most bytes per second of one memory stream. Source: single-threaded TLS carries about 2 Gbit/s in libvirt's published measurements.</summary>
    public const double MemoryStreamBytesPerSecond = 250e6;

    /// <summary>Largest TCP receive window in bytes. Source: default maximum of Linux's tcp_rmem (6 MiB).</summary>
    public const double TcpWindowBytes = 6 * 1048576.0;

    /// <summary>Bytes of a frame that are not payload on the wire: preamble, header, checksum and gap (IEEE 802.3).</summary>
    public const double EthernetFramingBytes = 38;

    /// <summary>Bytes of a packet taken by IPv4, TCP and its timestamp option (RFC 791, 9293, 7323).</summary>
    public const double TcpHeaderBytes = 52;

    /// <summary>Seconds before the first byte: checks, metadata, sessions. Assumed.</summary>
    public const double PrepareSeconds = 4;

    /// <summary>Seconds each disk costs beside its bytes: snapshot, mirror, attach, compose. Assumed.</summary>
    public const double DiskOverheadSeconds = 3;

    /// <summary>Seconds from running at the target until the task ends: source disks and records are removed. Assumed.</summary>
    public const double FinishSeconds = 4;

    /// <summary>Seconds of pause beside the last pass on hosts with xapi 26 or newer. Source: change CP-54706 of 2025 reports 0.43 to 0.47 s from end of live stage to stream complete.</summary>
    public const double HandOverSeconds = 0.45;

    /// <summary>The same on older hosts. Source: the same change reports 1.02 to 1.28 s before it.</summary>
    public const double OlderHandOverSeconds = 1.1;

    /// <summary>Share of memory that a guest writes to again and again. Assumed.</summary>
    public const double HotShare = 0.02;

    /// <summary>Bytes per second and virtual processor written within the hot share. Assumed.</summary>
    public const double HotBytesPerSecond = 20 * 1048576.0;

    /// <summary>Share of memory that a guest writes to now and then. Assumed.</summary>
    public const double ColdShare = 0.15;

    /// <summary>Bytes per second and virtual processor written within the cold share. Assumed.</summary>
    public const double ColdBytesPerSecond = 3 * 1048576.0;

    /// <summary>Bytes per second a running guest writes to its first disk. Assumed.</summary>
    public const double FirstDiskWriteBytesPerSecond = 1048576.0;

    /// <summary>Bytes per second it writes to each further disk. Assumed.</summary>
    public const double OtherDiskWriteBytesPerSecond = 262144.0;

    /// <summary>
    /// Spread of ln(measured/predicted) of time. Published predictions of 2,000 live migrations on Grid'5000 miss by 20 % on average, which is a
    /// spread of 0.25 if lognormal; widened by half because none of our own moves has been measured.
    /// </summary>
    public const double TimeSpread = 0.38;

    /// <summary>Spread of ln(measured/predicted) of data. Assumed.</summary>
    public const double DataSpread = 0.15;

    /// <summary>Spread of ln(measured/predicted) of the pause. Assumed.</summary>
    public const double DowntimeSpread = 0.7;

    /// <summary>Spread added to time and data where a thick SR does not tell how much of a disk is in use. Assumed.</summary>
    public const double ThickAllocationSpread = 0.4;

    /// <summary>Spread of what remains of the disk copy once its rate is observed. Assumed.</summary>
    public const double ObservedRateSpread = 0.15;
}
