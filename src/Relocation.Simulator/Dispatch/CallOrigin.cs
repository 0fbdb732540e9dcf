using Relocation.Simulator.Database;

namespace Relocation.Simulator.Dispatch;

/// <summary>Where a call arrived.</summary>
/// <param name="Host">The host that took it.</param>
/// <param name="Cancellation">Ends when the server stops.</param>
public sealed record CallOrigin(XapiObject Host, CancellationToken Cancellation);
