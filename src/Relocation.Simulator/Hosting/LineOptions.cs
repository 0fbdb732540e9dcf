using System.Globalization;

namespace Relocation.Simulator.Hosting;

/// <summary>The line between two pools.</summary>
/// <param name="One">A pool's name.</param>
/// <param name="Other">The other's.</param>
/// <param name="Name">The line's name; pairs with the same name share it.</param>
/// <param name="BytesPerSecond">What it carries.</param>
/// <param name="Latency">One-way latency.</param>
public sealed record LineOptions(string One, string Other, string Name, double BytesPerSecond, TimeSpan Latency)
{
    /// <summary>Reads POOL:POOL:MBIT[:MS[:NAME]]: megabits per second, one-way milliseconds, and a name that pairs can share.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static LineOptions Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length is < 3 or > 5 || !double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var megabits) || megabits <= 0)
        {
            throw new FormatException($"'{text}' is no link: POOL:POOL:MBIT[:MS[:NAME]].");
        }
        var milliseconds = 0.5;
        if (parts.Length > 3 && (!double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out milliseconds) || milliseconds < 0))
        {
            throw new FormatException($"'{text}' is no link: '{parts[3]}' is no number of milliseconds.");
        }
        return new LineOptions(parts[0], parts[1], parts.Length > 4 ? parts[4] : $"{parts[0]}-{parts[1]}", megabits * 1e6 / 8, TimeSpan.FromMilliseconds(milliseconds));
    }
}
