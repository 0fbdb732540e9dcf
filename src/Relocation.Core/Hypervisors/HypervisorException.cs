namespace Relocation.Core.Hypervisors;

/// <summary>A pool refused a call.</summary>
public sealed class HypervisorException(HypervisorError error, Exception? inner = null) : Exception(error.ToString(), inner)
{
    /// <summary>What it answered.</summary>
    public HypervisorError Error { get; } = error;
}
