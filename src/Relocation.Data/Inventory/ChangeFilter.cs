using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>Which changes of a capture are asked for; what is null is not asked for.</summary>
public sealed record ChangeFilter
{
    /// <summary>All changes.</summary>
    public static readonly ChangeFilter All = new();

    /// <summary>Only of this kind.</summary>
    public ChangeKind? Kind { get; init; }

    /// <summary>Only of this XAPI class.</summary>
    public string? Class { get; init; }

    /// <summary>Only objects whose name or uuid contains this text, in any case for ASCII letters.</summary>
    public string? Text { get; init; }
}
