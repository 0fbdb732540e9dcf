using System.Text.Json.Serialization;

namespace Relocation.Simulator.Faults;

/// <summary>One fault as a scenario or a request says it. Which members count depends on what is done.</summary>
public sealed record FaultOrder
{
    /// <summary>
    /// What is done. At a migration's step: fail, stall, restartSource, restartDestination, crashSourceHost, crashDestinationHost. At a time:
    /// restartCoordinator, dropConnections, crashHost, reviveHost, fillStore, setLink, setSpeed, releaseStalls, clear.
    /// </summary>
    public required string Do { get; init; }

    /// <summary>The migration's step, as in DiskCopy.</summary>
    public string Step { get; init; } = "";

    /// <summary>Only this disk, from zero; −1 for any.</summary>
    public int Disk { get; init; } = -1;

    /// <summary>Only this VM, by uuid or name; empty for any.</summary>
    public string Vm { get; init; } = "";

    /// <summary>How often.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The error of a failing step.</summary>
    public IReadOnlyList<string> Error { get; init; } = ["INTERNAL_ERROR", "Injected fault"];

    /// <summary>The pool, by name.</summary>
    public string Pool { get; init; } = "";

    /// <summary>The host, by uuid or name.</summary>
    public string Host { get; init; } = "";

    /// <summary>The store, by uuid or name.</summary>
    public string Store { get; init; } = "";

    /// <summary>What a filled store has left, bytes.</summary>
    public long LeaveBytes { get; init; }

    /// <summary>The link, by name.</summary>
    public string Link { get; init; } = "";

    /// <summary>What the link carries from then on, bytes per second.</summary>
    public double BytesPerSecond { get; init; }

    /// <summary>World seconds per second from then on.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>When, in seconds of the world from now.</summary>
    public double After { get; init; }

    /// <summary>How long connections stay refused, in seconds of the wall; zero only cuts them.</summary>
    [JsonPropertyName("for")]
    public double Seconds { get; init; }
}
