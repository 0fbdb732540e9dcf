using System.Text.Json;
using System.Xml.Linq;
using Relocation.Core.Inventory;
using Relocation.Xapi.Databases;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>Every real file is read, and what is read is held against an independent look at the same file.</summary>
public sealed class RealDumpTests
{
    [Fact]
    public async Task EveryFile_IsRead_AndNothingIsLost()
    {
        foreach (var path in RealDumps.Files("pool-dumps", Path.Combine("golden", "dumps")))
        {
            await using var reader = new DatabaseFileReader(path);
            var (header, objects) = await Importing.ReadAsync(reader);
            var xml = XDocument.Load(path);
            Assert.Equal(header.ObjectCount, objects.Count);
            AssertCount<Host>("host", xml, objects);
            AssertCount<Vm>("VM", xml, objects);
            AssertCount<Vdi>("VDI", xml, objects);
            AssertCount<Vbd>("VBD", xml, objects);
            AssertCount<Vif>("VIF", xml, objects);
            AssertCount<Pif>("PIF", xml, objects);
            AssertCount<StorageRepository>("SR", xml, objects);
            AssertCount<Pbd>("PBD", xml, objects);
            AssertCount<Network>("network", xml, objects);
            AssertCount<Bond>("Bond", xml, objects);
            AssertCount<Vlan>("VLAN", xml, objects);
            AssertCount<Pgpu>("PGPU", xml, objects);
            AssertCount<Pci>("PCI", xml, objects);
            Assert.All(header.Warnings, warning => Assert.StartsWith(Path.GetFileName(path), warning, StringComparison.Ordinal));
            Assert.All(objects.OfType<Vm>().Where(vm => vm.Kind == VmKind.VirtualMachine && vm.PowerState == PowerState.Running), vm => Assert.NotNull(vm.ResidentOn));
        }
    }

    [Fact]
    public async Task EveryRecordedCase_IsRead()
    {
        foreach (var path in RealDumps.Files(Path.Combine("golden", "cases"), Path.Combine("golden", "build"), Path.Combine("golden", "streams")))
        {
            await using var reader = new DatabaseFileReader(path);
            var (header, objects) = await Importing.ReadAsync(reader);
            Assert.True(header.ObjectCount == objects.Count && objects.Count > 20, path);
        }
    }

    [Fact]
    public async Task SecretsOfRealFiles_AreNowhere()
    {
        foreach (var path in RealDumps.Files("pool-dumps", Path.Combine("golden", "dumps")))
        {
            await using var reader = new DatabaseFileReader(path);
            var (header, objects) = await Importing.ReadAsync(reader);
            var everything = string.Concat(objects.Select(item => JsonSerializer.Serialize(item, item.GetType()))) + JsonSerializer.Serialize(header);
            Assert.All(SecretsOf(XDocument.Load(path)), secret => Assert.False(everything.Contains(secret, StringComparison.Ordinal), $"{path} leaks a secret"));
        }
    }

    [Fact]
    public async Task Cowley_IsTheClusterItIs()
    {
        await using var reader = new DatabaseFileReader(RealDumps.File(Path.Combine("pool-dumps", "cowley1.xml")));
        var (header, objects) = await Importing.ReadAsync(reader);
        Assert.Equal("5.61", header.SchemaVersion);
        Assert.Equal((2, 16, 2, 2), (objects.OfType<Host>().Count(), objects.OfType<Pif>().Count(), objects.OfType<Bond>().Count(), objects.OfType<Vlan>().Count()));
        Assert.All(objects.OfType<Bond>(), bond => Assert.True(bond.Master is not null && bond.Slaves.Count == 2));
        Assert.All(objects.OfType<Host>(), host => Assert.True(host.CpuCount > 0 && host.MemoryTotal.Bytes > 0 && host.CpuVendor.Length > 0 && host.ProductVersion.Length > 0));
        Assert.Contains(objects.OfType<StorageRepository>(), sr => sr.Capabilities.Contains("VDI_CREATE"));
        Assert.Contains(objects.OfType<Vm>(), vm => vm.Kind == VmKind.DefaultTemplate && vm.Name.Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public async Task ModernFile_HasItsSpacesBack_AndItsFeatures()
    {
        await using var reader = new DatabaseFileReader(RealDumps.File(Path.Combine("golden", "dumps", "alpha-built.xml")));
        var (header, objects) = await Importing.ReadAsync(reader);
        Assert.Equal("5.909", header.SchemaVersion);
        Assert.Equal(2, objects.OfType<Host>().Count());
        Assert.All(objects, item => Assert.DoesNotContain("%.", JsonSerializer.Serialize(item, item.GetType()), StringComparison.Ordinal));
        Assert.Contains(objects.OfType<Bond>(), bond => bond.Mode == "lacp" && bond.Properties.ContainsKey("hashing_algorithm"));
        Assert.Contains(objects.OfType<StorageRepository>(), sr => sr.Capabilities.Contains("VDI_MIRROR"));
    }

    private static void AssertCount<T>(string table, XDocument xml, List<InventoryObject> objects)
        where T : InventoryObject =>
        Assert.Equal(
            xml.Root!.Elements("table").Where(element => (string?)element.Attribute("name") == table).Elements("row").Select(row => (string?)row.Attribute("uuid")).Distinct().Count(),
            objects.OfType<T>().Count());

    /// <summary>The pool token's parts and the values of the table of secrets.</summary>
    private static IEnumerable<string> SecretsOf(XDocument xml)
    {
        var tokens = xml.Descendants("pair").Where(pair => (string?)pair.Attribute("key") == "pool_token").SelectMany(pair => ((string)pair.Attribute("value")!).Split('/'));
        var secrets = xml.Root!.Elements("table").Where(element => (string?)element.Attribute("name") == "secret").Elements("row").Select(row => (string?)row.Attribute("value") ?? "");
        return tokens.Concat(secrets).Where(text => text.Length > 6);
    }
}
