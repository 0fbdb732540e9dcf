namespace Relocation.Engine;

/// <summary>How patient and how eager the engine is. All times are real ones, by the engine's clock.</summary>
public sealed class EngineOptions
{
    /// <summary>How often a running task is read.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often both pools are observed while disks are copied.</summary>
    public TimeSpan FactsEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often both pools are observed from memory copy to the end; the measured pause is as exact as this.</summary>
    public TimeSpan PausePollEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>For how long a refusal that may pass, such as a host being busy, is tried again.</summary>
    public TimeSpan TransientFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>First wait after such a refusal; it doubles up to a minute.</summary>
    public TimeSpan TransientPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long facts must stand still, without a task that explains them, before they are judged.</summary>
    public TimeSpan SettleFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long the proof of an outcome may be incomplete; pools tidy up after a move.</summary>
    public TimeSpan VerifyFor { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>For how long reads are repeated while a pool does not answer.</summary>
    public TimeSpan UnreachableFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Most migrations at a time from one host; XAPI refuses the fourth (xapi_vm_migrate.ml, TOO_MANY_STORAGE_MIGRATES).</summary>
    public int SlotsPerSourceHost { get; set; } = 3;

    /// <summary>How often every engine process looks for active runs in the journal.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Port for other engine processes; 0 takes a free one, which is right unless several processes form a cluster.</summary>
    public int SiloPort { get; set; }

    /// <summary>Port for clients; 0 takes a free one.</summary>
    public int GatewayPort { get; set; }

    /// <summary>Redis that holds the membership of a cluster of several processes; empty for a single one.</summary>
    public string RedisConnection { get; set; } = "";
}
