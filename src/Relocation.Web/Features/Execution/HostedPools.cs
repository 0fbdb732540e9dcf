namespace Relocation.Web.Features.Execution;

/// <summary>Pools that this process hosts itself, for the demonstration.</summary>
/// <param name="Speed">How many times faster than ours their clock goes.</param>
public sealed record HostedPools(double Speed);
