using System.Collections.Concurrent;
using Relocation.Core.Inventory;

namespace Relocation.Xapi.Moves;

/// <summary>Sessions that target pools made for transfers under way, so that they can be logged out. After a restart of ours they are unknown and expire.</summary>
internal sealed class OpenTransfers
{
    private readonly ConcurrentDictionary<(PoolId Source, string Task), string> sessions = new();

    public void Opened(PoolId source, string task, string session) => sessions[(source, task)] = session;

    /// <summary>The session of the task's transfer, once.</summary>
    public string? Close(PoolId source, string task) => sessions.TryRemove((source, task), out var session) ? session : null;
}
