using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>What a migration call asks for, its references resolved as far as the checks have come.</summary>
/// <param name="Source">The VM's pool.</param>
/// <param name="Vm">The VM.</param>
/// <param name="Token">What host.migrate_receive gave.</param>
/// <param name="VdiMap">Disk to store, by reference.</param>
/// <param name="VifMap">Interface to network, by reference.</param>
/// <param name="VgpuMap">Virtual to physical GPU group, by reference.</param>
/// <param name="Options">Options, texts.</param>
internal sealed record MigrationRequest(
    PoolDatabase Source,
    XapiObject Vm,
    XapiMap Token,
    IReadOnlyDictionary<string, string> VdiMap,
    IReadOnlyDictionary<string, string> VifMap,
    IReadOnlyDictionary<string, string> VgpuMap,
    IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Whether option force is set.</summary>
    public bool IsForced => Options.GetValueOrDefault("force") == "true";

    /// <summary>Whether option copy is set: the source stays.</summary>
    public bool IsCopy => Options.GetValueOrDefault("copy") == "true";

    /// <summary>The destination host's reference, as the token says.</summary>
    public string HostRef => Token.FindText("host") ?? "";

    /// <summary>Whether the destination host is of the VM's own pool.</summary>
    public bool IsIntraPool => Source.Find("host", HostRef) is not null;

    /// <summary>Whether the guest runs or is paused: its memory moves too.</summary>
    public bool IsLive => Vm.Text("power_state") is "Running" or "Paused";
}
