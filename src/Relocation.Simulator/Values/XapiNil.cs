namespace Relocation.Simulator.Values;

/// <summary>The absence of an optional value.</summary>
public sealed record XapiNil : XapiValue
{
    private XapiNil()
    {
    }

    /// <summary>The only one.</summary>
    public static XapiNil Value { get; } = new();
}
