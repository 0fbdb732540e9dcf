using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Xapi.Databases;

namespace Relocation.Xapi.Tests.Databases;

public sealed class DatabaseFileReaderTests
{
    [Fact]
    public async Task Header_TellsPoolReleaseSchemaAndCount()
    {
        var (header, objects) = await SampleDump.Create().ReadAsync();
        Assert.Equal(PoolId.Of(Dump.Uuid("pool")), header.Pool);
        Assert.Equal("north", header.PoolName);
        Assert.Equal("8.2.1", header.ProductVersion);
        Assert.Equal("5.909", header.SchemaVersion);
        Assert.Equal(objects.Count, header.ObjectCount);
        Assert.IsType<Pool>(objects[0]);
        Assert.All(objects[1..3], item => Assert.IsType<Host>(item));
        Assert.All(objects, item => Assert.Equal(header.Pool, item.Pool));
    }

    [Fact]
    public async Task Vm_IsReadWithItsJoins()
    {
        var (header, objects) = await SampleDump.Create().ReadAsync();
        var web = objects.OfType<Vm>().Single(vm => vm.Name == "web");
        Assert.Equal(HostId.Of(Dump.Uuid("host")), web.ResidentOn);
        Assert.Equal(ByteSize.FromGibibytes(2), web.MemoryActual);
        Assert.Equal(ApplianceId.Of(Dump.Uuid("app")), web.Appliance);
        Assert.Equal(["b", "prod"], web.Tags);
        Assert.Equal([Dump.Uuid("pci")], web.AttachedPcis);
        Assert.Equal("frozen", web.BlockedOperations["migrate_send"]);
        Assert.Equal(("/prod", "ops", "7.20"), (web.Folder, web.CustomFields["owner"], web.ToolsVersion));
        Assert.Equal((1, 1), (web.VusbCount, web.VtpmCount));
        var warning = Assert.Single(header.Warnings, text => text.Contains("Ref:1", StringComparison.Ordinal));
        Assert.Contains("line 2, column ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_AreToldApart()
    {
        var (_, objects) = await SampleDump.Create().ReadAsync();
        Assert.Equal(
            [("Control domain", VmKind.ControlDomain), ("web", VmKind.VirtualMachine), ("before update", VmKind.Snapshot), ("Debian", VmKind.DefaultTemplate)],
            objects.OfType<Vm>().Select(vm => (vm.Name, vm.Kind)));
    }

    [Fact]
    public async Task Devices_AndLinks_AreResolved()
    {
        var (_, objects) = await SampleDump.Create().ReadAsync();
        Assert.Equal([Dump.Uuid("web")], Single<Pci>(objects).AttachedVms);
        Assert.Equal(("GRID K100", Dump.Uuid("gg")), (Single<Vgpu>(objects).Type, Single<Vgpu>(objects).Group));
        Assert.Equal(PgpuId.Of(Dump.Uuid("pgpu")), Single<Vgpu>(objects).ResidentOn);
        Assert.Equal(["VDI_MIRROR", "VDI_SNAPSHOT"], Single<StorageRepository>(objects).Capabilities);
        Assert.Equal(ByteSize.Zero, Single<StorageRepository>(objects).PhysicalUtilisation);
        Assert.Equal([Dump.Uuid("pif0")], Single<Bond>(objects).Slaves);
        var pifs = objects.OfType<Pif>().ToList();
        Assert.Equal(BondId.Of(Dump.Uuid("bond")), pifs[0].SlaveOf);
        Assert.Equal(BondId.Of(Dump.Uuid("bond")), pifs[1].MasterOf);
        Assert.Equal(BitRate.FromMegabits(10000), pifs[0].Speed);
        var snapshot = objects.OfType<Vdi>().Single(vdi => vdi.IsSnapshot);
        Assert.Equal(VdiId.Of(Dump.Uuid("disk")), snapshot.SnapshotOf);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), snapshot.SnapshotTime);
    }

    [Fact]
    public async Task Secrets_AreNowhere()
    {
        var (header, objects) = await SampleDump.Create().ReadAsync();
        var everything = string.Concat(objects.Select(item => JsonSerializer.Serialize(item, item.GetType()))) + JsonSerializer.Serialize(header);
        Assert.DoesNotContain("hidden", everything, StringComparison.Ordinal);
        Assert.Equal("/exports/it's", Single<Pbd>(objects).DeviceConfig["serverpath"]);
    }

    [Theory]
    [InlineData(66, "100%. sure", "100%. sure")]
    [InlineData(909, "100%%%.sure%t%n%r%_x", "100% sure\t\n\r  x")]
    [InlineData(68, "in%.between", "in between")]
    [InlineData(68, "in%. between", "in%. between")]
    [InlineData(null, "no%.manifest", "no manifest")]
    public async Task WhiteSpace_IsRestoredOnlyWhereTheFileProtectsIt(int? schemaMinor, string stored, string meant)
    {
        var (_, objects) = await Dump.OfPool(schemaMinor).Row("network", "n", ("name__label", stored)).ReadAsync();
        Assert.Equal(meant, Single<Network>(objects).Name);
    }

    [Fact]
    public async Task OldFile_WithUnquotedWordsAndRawSpaces_IsRead()
    {
        var (_, objects) = await Dump.OfPool(57)
            .Row("SM", "sm", ("type", "lvm"), ("capabilities", "(VDI_CREATE 'VDI_CLONE')"))
            .Row("SR", "sr", ("type", "lvm"), ("other_config", "((key 'a value') ('other' word))"))
            .Row("host_cpu", "c0", ("host", Dump.Ref("host")), ("vendor", "GenuineIntel"), ("modelname", "Xeon"), ("speed", "2400"), ("utilisation", "0."))
            .Row("host_cpu", "c1", ("host", Dump.Ref("host")), ("vendor", "GenuineIntel"))
            .ReadAsync();
        var sr = Single<StorageRepository>(objects);
        Assert.Equal(["VDI_CLONE", "VDI_CREATE"], sr.Capabilities);
        Assert.Equal(("a value", "word"), (sr.OtherConfig["key"], sr.OtherConfig["other"]));
        var host = Single<Host>(objects);
        Assert.Equal((2, "GenuineIntel", "Xeon"), (host.CpuCount, host.CpuVendor, host.CpuModel));
    }

    [Fact]
    public async Task MissingAndUnknownColumns_GiveDefaults()
    {
        var (_, objects) = await Dump.OfPool().Row("VDI", "d", ("from_the_future", "((((")).Row("VIF", "v").ReadAsync();
        Assert.True(Single<Vdi>(objects).Managed);
        Assert.Equal(1500, Single<Vif>(objects).Mtu);
    }

    [Fact]
    public async Task CompressedAndPrettyPrintedFiles_AreRead()
    {
        var text = SampleDump.Create().ToString().Replace("<row", "\n   <row", StringComparison.Ordinal);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        }

        var (header, _) = await Importing.ReadAsync(packed.ToArray());
        var (plain, _) = await Importing.ReadAsync([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(plain.ObjectCount, header.ObjectCount);
    }

    [Fact]
    public async Task LargeRowsAndManyRows_PassThroughTheSpool()
    {
        var dump = Dump.OfPool().Row("network", "long", ("name__description", new string('x', 700_000)));
        for (var number = 0; number < 3000; number++)
        {
            dump.Row("VIF", $"v{number}", ("MAC", $"mac-{number}"), ("other_config", $"(('note'%.'{new string('y', 200)}'))"));
        }

        var (_, objects) = await dump.ReadAsync();
        Assert.Equal(700_000, Single<Network>(objects).Description.Length);
        Assert.Equal(Enumerable.Range(0, 3000).Select(number => $"mac-{number}"), objects.OfType<Vif>().Select(vif => vif.Mac));
    }

    [Fact]
    public async Task TemporaryFile_IsGoneAfterwards()
    {
        var dump = Dump.OfPool();
        for (var number = 0; number < 2000; number++)
        {
            dump.Row("VIF", $"v{number}", ("other_config", $"(('note'%.'{new string('y', 200)}'))"));
        }

        var before = Directory.GetFiles(Path.GetTempPath(), "relocation-import-*").ToHashSet();
        await using (var reader = new DatabaseFileReader(new MemoryStream(Encoding.UTF8.GetBytes(dump.ToString())), "test.xml"))
        {
            await reader.ReadHeaderAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "relocation-import-*"), file => !before.Contains(file) && IsOurs(file));
    }

    [Fact]
    public async Task Objects_CanBeReadTwice_AndWithoutTheHeaderFirst()
    {
        await using var reader = new DatabaseFileReader(new MemoryStream(Encoding.UTF8.GetBytes(SampleDump.Create().ToString())), "test.xml");
        var first = await reader.ReadObjectsAsync(TestContext.Current.CancellationToken).Select(item => item.Uuid).ToListAsync(TestContext.Current.CancellationToken);
        var (_, second) = await Importing.ReadAsync(reader);
        Assert.Equal(first, second.Select(item => item.Uuid));
    }

    /// <summary>Files of imports that run beside this one are locked by them; ours would be free.</summary>
    private static bool IsOurs(string file)
    {
        try
        {
            using var handle = File.OpenHandle(file);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static T Single<T>(List<InventoryObject> objects)
        where T : InventoryObject => Assert.Single(objects.OfType<T>());
}
