using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Tests.Records;

public sealed class RecordSetTests
{
    private static readonly PoolId Pool = PoolId.Of("pool-1");
    private readonly List<string> warnings = [];
    private readonly RecordSet records;

    public RecordSetTests() => records = new RecordSet(warnings.Add);

    [Fact]
    public void Vm_DrawsFactsFromItsMetricsAndDevices()
    {
        Put("VM_metrics", "m", """{"uuid":"m","memory_actual":1073741824,"nomigrate":true}""");
        Put("VM_guest_metrics", "g", """{"uuid":"g","PV_drivers_version":{"major":"8","minor":"2","micro":"0","build":"12"},"PV_drivers_up_to_date":true,"os_version":{"name":"Microsoft Windows Server|C:\\Windows"},"networks":{"0/ip":"10.0.0.7"}}""");
        Put("VUSB", "u", """{"uuid":"u","VM":"OpaqueRef:v"}""");
        var vm = (Vm)Map(Put("VM", "v", """{"uuid":"v","name_label":"web","power_state":"Running","metrics":"OpaqueRef:m","guest_metrics":"OpaqueRef:g","memory_static_max":4294967296,"other_config":{"folder":"/prod","XenCenter.CustomFields.owner":"ops","mac_seed":"s","x-password":"hunter2"}}"""));

        Assert.Equal(PowerState.Running, vm.PowerState);
        Assert.Equal(ByteSize.FromGibibytes(1), vm.MemoryActual);
        Assert.True(vm.NoMigrate);
        Assert.Equal("8.2.0-12", vm.ToolsVersion);
        Assert.True(vm.ToolsUpToDate);
        Assert.Equal("Microsoft Windows Server", vm.GuestOs);
        Assert.Equal("10.0.0.7", vm.GuestNetworks["0/ip"]);
        Assert.Equal(1, vm.VusbCount);
        Assert.Equal("/prod", vm.Folder);
        Assert.Equal("ops", vm.CustomFields["owner"]);
        Assert.DoesNotContain("x-password", vm.OtherConfig.Keys);
        Assert.Empty(warnings);
    }

    [Fact]
    public void DanglingReference_GivesNullAndAWarning()
    {
        var vbd = (Vbd)Map(Put("VBD", "b", """{"uuid":"b","VM":"OpaqueRef:gone","VDI":"OpaqueRef:NULL"}"""));
        Assert.Null(vbd.Vm);
        Assert.Null(vbd.Vdi);
        Assert.Contains("VBD b, field VM", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void CircularSnapshots_AreCutAndWarned_AndWhatLeadsIntoThemIsKept()
    {
        var first = Put("VDI", "1", """{"uuid":"1","snapshot_of":"OpaqueRef:2"}""");
        Put("VDI", "2", """{"uuid":"2","snapshot_of":"OpaqueRef:1"}""");
        var outside = Put("VDI", "3", """{"uuid":"3","snapshot_of":"OpaqueRef:1"}""");
        Assert.Null(((Vdi)Map(first)).SnapshotOf);
        Assert.Equal(VdiId.Of("1"), ((Vdi)Map(outside)).SnapshotOf);
        Assert.Single(warnings);
    }

    [Fact]
    public void ImageParent_IsReadFromTheDriversNote()
    {
        Put("VDI", "base", """{"uuid":"base"}""");
        var leaf = Put("VDI", "leaf", """{"uuid":"leaf","sm_config":{"vhd-parent":"base"}}""");
        var lost = Put("VDI", "lost", """{"uuid":"lost","sm_config":{"vhd-parent":"elsewhere"}}""");
        Assert.Equal(VdiId.Of("base"), ((Vdi)Map(leaf)).Parent);
        Assert.Null(((Vdi)Map(lost)).Parent);
    }

    [Fact]
    public void AffectedBy_NamesTheObjectsAPartCompletes()
    {
        var metrics = Put("VM_metrics", "m", """{"uuid":"m"}""");
        var vm = Put("VM", "v", """{"uuid":"v","metrics":"OpaqueRef:m"}""");
        Put("VM", "w", """{"uuid":"w"}""");
        Assert.Equal([vm], records.AffectedBy(metrics));
        Assert.Equal([vm], records.AffectedBy(vm));
        var usb = Put("VUSB", "u", """{"uuid":"u","VM":"OpaqueRef:v"}""");
        Assert.Equal([vm], records.AffectedBy(usb));
    }

    [Fact]
    public void Removal_ChangesWhatTheRestMapsTo()
    {
        Put("VTPM", "t", """{"uuid":"t","VM":"OpaqueRef:v"}""");
        var vm = Put("VM", "v", """{"uuid":"v"}""");
        Assert.Equal(1, ((Vm)Map(vm)).VtpmCount);
        Assert.NotNull(records.Remove(XapiClasses.Find("VTPM")!, "OpaqueRef:t"));
        Assert.Equal(0, ((Vm)Map(vm)).VtpmCount);
    }

    [Theory]
    [InlineData("""{"uuid":"v","is_control_domain":true}""", VmKind.ControlDomain)]
    [InlineData("""{"uuid":"v","is_a_template":true,"is_a_snapshot":true}""", VmKind.Snapshot)]
    [InlineData("""{"uuid":"v","is_a_template":true}""", VmKind.Template)]
    [InlineData("""{"uuid":"v","is_a_template":true,"is_default_template":true}""", VmKind.DefaultTemplate)]
    [InlineData("""{"uuid":"v","is_a_template":true,"other_config":{"default_template":"true"}}""", VmKind.DefaultTemplate)]
    [InlineData("""{"uuid":"v","is_a_template":false,"is_default_template":true}""", VmKind.VirtualMachine)]
    public void Kinds_AreToldApart(string json, VmKind kind) => Assert.Equal(kind, ((Vm)Map(Put("VM", "v", json))).Kind);

    [Theory]
    [InlineData("""{"uuid":"d","virtual_size":9223372036854775807}""")]
    [InlineData("""{"uuid":"d","virtual_size":99999999999999999999}""")]
    [InlineData("""{"uuid":"d","virtual_size":"-2"}""")]
    public void AbsurdSize_NamesClassObjectAndField(string json)
    {
        var error = Assert.Throws<InventoryFormatException>(() => Map(Put("VDI", "d", json)));
        Assert.Equal("bad-value", error.Code);
        Assert.Contains("VDI d, field virtual_size", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryClass_MapsAnEmptyRecord()
    {
        foreach (var type in XapiClasses.Mapped)
        {
            var mapped = Map(Put(type.Name, "x", """{"uuid":"x"}"""));
            Assert.Equal("x", mapped.Uuid);
        }
    }

    private InventoryObject Map(XapiRecord record) => InventoryMapping.Map(record, Pool, records);

    private JsonRecord Put(string type, string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        var record = new JsonRecord(XapiClasses.Find(type)!, $"OpaqueRef:{name}", document.RootElement, "https://pool");
        records.Put(record);
        return record;
    }
}
