namespace Relocation.Simulator.Values;

/// <summary>True or false.</summary>
/// <param name="IsTrue">Which of the two.</param>
public sealed record XapiBool(bool IsTrue) : XapiValue
{
    /// <summary>True.</summary>
    public static XapiBool True { get; } = new(true);

    /// <summary>False.</summary>
    public static XapiBool False { get; } = new(false);
}
