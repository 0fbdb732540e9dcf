namespace Relocation.Core.Hypervisors;

/// <summary>No answer came: the effect of a write is unknown and must be observed before anything is repeated.</summary>
public sealed class HypervisorUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
