using Relocation.Simulator.Values;

namespace Relocation.Simulator.Events;

/// <summary>Events and how far they bring the reader.</summary>
/// <param name="Events">The events, as the wire shows them.</param>
/// <param name="Token">The new token.</param>
internal sealed record EventBatch(IReadOnlyList<XapiValue> Events, EventToken Token);
