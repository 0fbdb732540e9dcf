using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Preflight;

/// <summary>Memory as XAPI's admission reckons it (memory_check.ml): by what is promised, never by what happens to be free.</summary>
public static class HostMemory
{
    /// <summary>Bytes a host can still promise: total − its own overhead − Σ(dynamic minimum + overhead) over VMs on it, the control domain included; never negative.</summary>
    public static ByteSize FreeOn(InventoryView view, Host host) =>
        new(Math.Max(0, host.MemoryTotal.Bytes - host.MemoryOverhead.Bytes - view.ResidentsOf(host.Id).Sum(vm => NeedOf(vm).Bytes)));

    /// <summary>Bytes a VM must be promised: dynamic minimum + overhead; guests of type pv_in_pvh are promised their static maximum.</summary>
    public static ByteSize NeedOf(Vm vm) => (vm.DomainType == "pv_in_pvh" ? vm.MemoryStaticMax : vm.MemoryDynamicMin) + vm.MemoryOverhead;

    /// <summary>True when the VM takes memory at the target as it arrives; a halted or suspended one does not yet.</summary>
    public static bool Arrives(Vm vm) => vm.PowerState is PowerState.Running or PowerState.Paused;
}
