using Relocation.Core.Waves;

namespace Relocation.Engine.Feed;

/// <summary>A reader fell so far behind that changes would have been dropped; it must subscribe again.</summary>
public sealed class FeedOverrunException(RunId run) : Exception($"The reader of run {run} fell too far behind.");
