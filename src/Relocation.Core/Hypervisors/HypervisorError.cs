namespace Relocation.Core.Hypervisors;

/// <summary>An error a pool answered with.</summary>
/// <param name="Code">The stable code, such as VM_BAD_POWER_STATE.</param>
/// <param name="Parameters">Its parameters; opaque references are already turned into uuids where they could be.</param>
public sealed record HypervisorError(string Code, IReadOnlyList<string> Parameters)
{
    /// <summary>Code and parameters on one line, for logs and copying.</summary>
    public override string ToString() => Parameters.Count == 0 ? Code : $"{Code} [{string.Join(", ", Parameters)}]";
}
