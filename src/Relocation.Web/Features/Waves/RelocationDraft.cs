using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>A relocation as it is typed: everything is kept as text until it makes sense.</summary>
public sealed class RelocationDraft
{
    private readonly Dictionary<PoolId, string> sides = [];

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the old building.</summary>
    public string SourceName { get; set; } = "";

    /// <summary>Name of the new building.</summary>
    public string TargetName { get; set; } = "";

    /// <summary>IANA time zone of the old building.</summary>
    public string SourceZone { get; set; } = "Asia/Shanghai";

    /// <summary>IANA time zone of the new building.</summary>
    public string TargetZone { get; set; } = "Asia/Shanghai";

    /// <summary>Capacity of the link in Gbit/s, as typed.</summary>
    public string Gigabits { get; set; } = "10";

    /// <summary>One-way latency of the link in milliseconds, as typed.</summary>
    public string Milliseconds { get; set; } = "1";

    /// <summary>Largest packet in bytes, as typed.</summary>
    public string Mtu { get; set; } = "1500";

    /// <summary>The old building.</summary>
    public Site Source => new(SourceName.Trim(), SourceZone.Trim(), PoolsAt("source"));

    /// <summary>The new building.</summary>
    public Site Target => new(TargetName.Trim(), TargetZone.Trim(), PoolsAt("target"));

    /// <summary>The link; null while a number is not one.</summary>
    public TransferLink? Link =>
        Number(Gigabits) is { } gigabits && Number(Milliseconds) is { } milliseconds and <= 3.6e6 && Number(Mtu) is { } mtu and <= 1e6
            ? new TransferLink(BitRate.FromBytesPerSecond(gigabits * 1e9 / 8), TimeSpan.FromMilliseconds(milliseconds), (int)mtu)
            : null;

    /// <summary>What is there already.</summary>
    public static RelocationDraft Of(RelocationPlan plan) => new()
    {
        Name = plan.Name,
        Gigabits = (plan.Link.Capacity.BitsPerSecond / 1e9).ToString("0.######", CultureInfo.InvariantCulture),
        Milliseconds = plan.Link.Latency.TotalMilliseconds.ToString("0.######", CultureInfo.InvariantCulture),
        Mtu = plan.Link.Mtu.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Where a pool stands: `source`, `target` or empty.</summary>
    public string SideOf(PoolId pool) => sides.GetValueOrDefault(pool, "");

    /// <summary>Says where a pool stands.</summary>
    public void Place(PoolId pool, string side) => sides[pool] = side;

    /// <summary>Code of what is still missing; null when it can be stored.</summary>
    /// <param name="stored">Sites are decided already.</param>
    public string? Missing(bool stored) =>
        Name.Trim().Length == 0 ? "name"
        : !stored && (SourceName.Trim().Length == 0 || TargetName.Trim().Length == 0) ? "sites"
        : !stored && (!IsZone(SourceZone) || !IsZone(TargetZone)) ? "zone"
        : !stored && (PoolsAt("source").Count == 0 || PoolsAt("target").Count == 0) ? "pools"
        : Link is null ? "link"
        : null;

    private static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out _);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0 ? number : null;

    private List<PoolId> PoolsAt(string side) => [.. sides.Where(pair => pair.Value == side).Select(pair => pair.Key).OrderBy(pool => pool.Uuid, StringComparer.Ordinal)];
}
