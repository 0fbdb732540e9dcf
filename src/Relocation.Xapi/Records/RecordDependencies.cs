namespace Relocation.Xapi.Records;

/// <summary>Which inventory objects draw facts from which other records.</summary>
internal static class RecordDependencies
{
    private static readonly (string Part, string Owner, string Field)[] Owners =
    [
        ("host_metrics", "host", "metrics"),
        ("PIF_metrics", "PIF", "metrics"),
        ("VM_metrics", "VM", "metrics"),
        ("VM_guest_metrics", "VM", "guest_metrics"),
        ("VGPU_type", "VGPU", "type"),
        ("GPU_group", "VGPU", "GPU_group"),
        ("GPU_group", "PGPU", "GPU_group"),
    ];

    private static readonly (string Part, string Field, string Owner)[] Pointers =
    [
        ("VUSB", "VM", "VM"),
        ("VTPM", "VM", "VM"),
        ("host_cpu", "host", "host"),
        ("Bond", "master", "PIF"),
        ("PIF", "bond_slave_of", "Bond"),
    ];

    /// <summary>Class and field of the records that refer to a record of this class.</summary>
    public static IEnumerable<(XapiClass Type, string Field)> OwnersOf(string part) =>
        from entry in Owners where entry.Part == part select (XapiClasses.Find(entry.Owner)!, entry.Field);

    /// <summary>The records that this one refers to and completes.</summary>
    public static IEnumerable<(XapiClass Type, string Reference)> PointedAt(XapiRecord record) =>
        from entry in Pointers
        where entry.Part == record.Type.Name
        let reference = record.Reference(entry.Field)
        where reference is not null
        select (XapiClasses.Find(entry.Owner)!, reference);
}
