namespace Relocation.Simulator.World;

/// <summary>The named steps of a migration, in their order (ocaml/xapi/xapi_vm_migrate.ml, migrate_send'; ocaml/xenopsd/lib/xenops_server.ml, VM_migrate). A disk's steps come once per disk.</summary>
public enum MigrationStep
{
    /// <summary>Checks are over; the toolstacks talk.</summary>
    Prepare,

    /// <summary>A disk is created at the destination and a snapshot taken at the source.</summary>
    DiskBegin,

    /// <summary>The disk's writes are mirrored from here.</summary>
    DiskMirror,

    /// <summary>The disk's contents are copied.</summary>
    DiskCopy,

    /// <summary>The copy is composed with what was mirrored; the source's snapshot goes.</summary>
    DiskEnd,

    /// <summary>The VM's record is made at the destination, halted.</summary>
    Metadata,

    /// <summary>The guest gives back memory.</summary>
    Balloon,

    /// <summary>Memory is copied while the guest runs.</summary>
    MemoryCopy,

    /// <summary>The guest stands still. Cancelling is too late from here.</summary>
    Suspend,

    /// <summary>The last dirty pages are sent.</summary>
    LastPass,

    /// <summary>Device state and networks change hands.</summary>
    HandOver,

    /// <summary>The guest runs at the destination.</summary>
    Resume,

    /// <summary>The source's networks, disks and records go.</summary>
    CleanUp,

    /// <summary>All is done.</summary>
    Done,
}
