namespace Relocation.Simulator.Faults;

/// <summary>The toolstack that ran an operation is gone: nobody cleans up after it.</summary>
public sealed class ToolstackLostException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="isSource">Whether the sending side is gone; else the receiving one.</param>
    public ToolstackLostException(bool isSource)
        : base(isSource ? "The toolstack restarted." : "The destination's toolstack restarted.") => IsSource = isSource;

    /// <summary>Whether the sending side is gone; else the receiving one.</summary>
    public bool IsSource { get; }
}
