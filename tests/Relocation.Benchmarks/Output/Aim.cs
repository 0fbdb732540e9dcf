using System.Globalization;

namespace Relocation.Benchmarks.Output;

/// <summary>What a figure should be at most.</summary>
internal sealed record Aim(string Name, double Value, double AtMost)
{
    public bool Met => Value <= AtMost;

    public string Text => string.Create(CultureInfo.InvariantCulture, $"<= {AtMost}");
}
