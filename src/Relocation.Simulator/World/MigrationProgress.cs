namespace Relocation.Simulator.World;

/// <summary>
/// Progress as the toolstack reckons it: by virtual size over the disks with each disk's copy between 5 % and 95 % (ocaml/xapi/xapi_vm_migrate.ml,
/// mirror_to_remote progress), then anew for memory, where sending weighs 10 parts in 11 and is sent/(sent + left) (ocaml/xenopsd/lib/xenops_server.ml,
/// weight_of_atomic; emu-manager), then anew for the clean-up. It goes down between the phases and may go down between memory passes.
/// </summary>
public static class MigrationProgress
{
    /// <summary>What is told when memory has been sent.</summary>
    public const double MemorySent = 10.0 / 11;

    /// <summary>What is told while the source is cleaned up.</summary>
    public const double CleaningUp = 6.0 / 7;

    /// <summary>During the copy of a disk.</summary>
    /// <param name="doneBytes">Virtual size of the disks done.</param>
    /// <param name="diskBytes">Virtual size of this disk.</param>
    /// <param name="totalBytes">Virtual size of all disks.</param>
    /// <param name="copied">How much of this disk's copy is done, 0 to 1.</param>
    public static double Disk(double doneBytes, double diskBytes, double totalBytes, double copied) =>
        totalBytes <= 0 ? 0 : (doneBytes + (0.05 + 0.9 * Math.Clamp(copied, 0, 1)) * diskBytes) / totalBytes;

    /// <summary>During a memory pass.</summary>
    /// <param name="sent">Bytes sent since memory began.</param>
    /// <param name="left">Bytes known to be left now: the rest of the pass and what was dirtied meanwhile.</param>
    public static double Memory(double sent, double left) => sent + left <= 0 ? 0 : MemorySent * sent / (sent + left);
}
