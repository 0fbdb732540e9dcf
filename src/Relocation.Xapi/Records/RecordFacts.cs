namespace Relocation.Xapi.Records;

/// <summary>
/// What small tables say about objects of other classes, gathered record by record: driver capabilities, processors, device counts,
/// bond members, and circles among snapshots. XAPI stores both sides of a relation; the side that points at one object is trusted.
/// </summary>
internal sealed class RecordFacts
{
    /// <summary>Key of a disk's sm_config under which VHD drivers keep the uuid of the image below (sm's lvhdutil and vhdutil).</summary>
    public const string ImageParent = "vhd-parent";

    private readonly Dictionary<string, string[]> capabilities = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordKey, HostProcessors> processors = [];
    private readonly Dictionary<(int Class, RecordKey Vm), int> devices = [];
    private readonly Dictionary<RecordKey, string> bondOfMaster = [];
    private readonly Dictionary<RecordKey, List<string>> members = [];
    private readonly Dictionary<RecordKey, List<string>> holders = [];
    private readonly Dictionary<(int Class, string Field), Dictionary<RecordKey, RecordKey>> links = [];
    private readonly Dictionary<(int Class, string Field), HashSet<RecordKey>> circles = [];

    /// <summary>Classes of which every record must be shown before the first mapping.</summary>
    public static bool Wants(XapiClass type) => type.Name is "SM" or "host_cpu" or "VUSB" or "VTPM" or "Bond" or "PIF" or "VM" or "VDI";

    /// <summary>Takes in one record of a wanted class.</summary>
    public void Observe(XapiRecord record)
    {
        switch (record.Type.Name)
        {
            case "SM":
                ObserveDriver(record);
                break;
            case "host_cpu" when record.Reference("host") is { } host:
                var key = RecordKey.OfReference(host);
                processors[key] = processors.TryGetValue(key, out var known)
                    ? known with { Count = known.Count + 1 }
                    : new HostProcessors(1, record.Text("vendor"), record.Text("modelname"), record.Text("speed"));
                break;
            case "VUSB" or "VTPM" when record.Reference("VM") is { } vm:
                var device = (record.Type.Number, RecordKey.OfReference(vm));
                devices[device] = devices.GetValueOrDefault(device) + 1;
                break;
            case "Bond" when record.Reference("master") is { } master:
                bondOfMaster.TryAdd(RecordKey.OfReference(master), record.OwnReference);
                break;
            case "PIF" when record.Reference("bond_slave_of") is { } bond:
                Add(members, bond, record.OwnReference);
                break;
            case "VM":
                ObserveHeldDevices(record);
                ObserveLink(record, "snapshot_of");
                ObserveLink(record, "parent");
                break;
            case "VDI":
                ObserveLink(record, "snapshot_of");
                ObserveLink(record, "parent");
                ObserveImageParent(record);
                break;
        }
    }

    /// <summary>What the drivers of an SR type can do, in ordinal order.</summary>
    public IReadOnlyList<string> CapabilitiesOf(string srType) => capabilities.GetValueOrDefault(srType) ?? [];

    /// <summary>The host's processors by their own records, or null when the pool keeps none.</summary>
    public HostProcessors? ProcessorsOf(XapiRecord host) => processors.GetValueOrDefault(RecordKey.OfReference(host.OwnReference));

    /// <summary>How many VUSBs or VTPMs point at the VM.</summary>
    public int DevicesOf(XapiRecord vm, string deviceClass) =>
        devices.GetValueOrDefault((XapiClasses.Find(deviceClass)!.Number, RecordKey.OfReference(vm.OwnReference)));

    /// <summary>Reference of the bond whose face the PIF is.</summary>
    public string? BondOf(XapiRecord pif) => bondOfMaster.GetValueOrDefault(RecordKey.OfReference(pif.OwnReference));

    /// <summary>References of the PIFs that call themselves members of the bond; some files hold this side alone.</summary>
    public IReadOnlyList<string> MembersOf(XapiRecord bond) => members.GetValueOrDefault(RecordKey.OfReference(bond.OwnReference)) ?? [];

    /// <summary>References of the VMs that hold the PCI device.</summary>
    public IReadOnlyList<string> HoldersOf(XapiRecord pci) => holders.GetValueOrDefault(RecordKey.OfReference(pci.OwnReference)) ?? [];

    /// <summary>Whether any record of the class has that link.</summary>
    public bool HasLinks(XapiClass type, string field) => links.ContainsKey((type.Number, field));

    /// <summary>Whether the record's link of that name is part of a circle, which XAPI never makes.</summary>
    public bool IsCircular(XapiRecord record, string field) => IsCircular(record.Type, field, RecordKey.OfReference(record.OwnReference));

    /// <summary>Whether the disk's image chain comes back to itself.</summary>
    public bool IsImageCircular(XapiRecord vdi) => IsCircular(vdi.Type, ImageParent, RecordKey.OfUuid(vdi.Uuid));

    /// <summary>Whether any chain comes back to itself.</summary>
    public bool HasCircles() => links.Keys.Any(relation => CirclesOf(relation).Count > 0);

    private bool IsCircular(XapiClass type, string field, RecordKey key) => CirclesOf((type.Number, field)) is { Count: > 0 } circular && circular.Contains(key);

    private HashSet<RecordKey> CirclesOf((int Class, string Field) relation)
    {
        if (!circles.TryGetValue(relation, out var circular))
        {
            circular = links.TryGetValue(relation, out var known) ? CircularLinks.Find(known) : [];
            circles.Add(relation, circular);
        }

        return circular;
    }

    /// <summary>Newer drivers list `features` (a set up to 6.1, then a map), which is what XAPI goes by; older ones `capabilities` alone.</summary>
    private void ObserveDriver(XapiRecord record)
    {
        var features = record.Elements("features");
        var able = features.Count > 0 ? features : record.Elements("capabilities");
        capabilities[record.Text("type")] = [.. able.Union(CapabilitiesOf(record.Text("type"))).Order(StringComparer.Ordinal)];
    }

    private void ObserveHeldDevices(XapiRecord vm)
    {
        foreach (var pci in vm.Elements("attached_PCIs"))
        {
            Add(holders, pci, vm.OwnReference);
        }
    }

    private static void Add(Dictionary<RecordKey, List<string>> lists, string owner, string reference)
    {
        var key = RecordKey.OfReference(owner);
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(reference);
    }

    private void ObserveLink(XapiRecord record, string field)
    {
        if (record.Reference(field) is { } target)
        {
            AddLink(record.Type, field, RecordKey.OfReference(record.OwnReference), RecordKey.OfReference(target));
        }
    }

    private void ObserveImageParent(XapiRecord vdi)
    {
        if (vdi.ValueIn("sm_config", ImageParent) is { } parent)
        {
            AddLink(vdi.Type, ImageParent, RecordKey.OfUuid(vdi.Uuid), RecordKey.OfUuid(parent));
        }
    }

    private void AddLink(XapiClass type, string field, RecordKey from, RecordKey to)
    {
        var relation = (type.Number, field);
        if (!links.TryGetValue(relation, out var known))
        {
            links.Add(relation, known = []);
        }

        known[from] = to;
    }
}
