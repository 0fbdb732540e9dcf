using System.Text;
using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Database;

public sealed class DatabaseFileTests
{
    [Fact]
    public void Load_ReadsEscapesSetsAndMaps()
    {
        var database = Load("""
            <row ref="OpaqueRef:v" _ref="OpaqueRef:v" __ctime="3" __mtime="9" uuid="u" name__label="two%.words%n" memory__static_max="42" is_a_template="true"
             HVM__shadow_multiplier="1." other_config="(('k'%.'it\'s')('b'%.'\\'))" tags="('a'%.'b')" nonsense="x"/>
            """);
        var vm = database.Find("VM", "OpaqueRef:v")!;
        Assert.Equal("two words\n", vm.Text("name_label"));
        Assert.Equal(42, vm.Number("memory_static_max"));
        Assert.True(vm.Bool("is_a_template"));
        Assert.Equal(1.0, vm.Real("HVM_shadow_multiplier"));
        Assert.Equal("it's", vm.Map("other_config").FindText("k"));
        Assert.Equal("\\", vm.Map("other_config").FindText("b"));
        Assert.Equal(["a", "b"], vm.Texts("tags"));
        Assert.Equal((3, 9), (vm.Created, vm.Modified));
        Assert.Equal(77, database.Generation);
    }

    [Fact]
    public void Load_TrustsTheManySide()
    {
        var database = Load("""
            <row ref="OpaqueRef:v" VBDs="('OpaqueRef:lost' 'OpaqueRef:b')"/></table><table name="VBD"><row ref="OpaqueRef:b" VM="OpaqueRef:v"/><row ref="OpaqueRef:a" VM="OpaqueRef:v"/>
            """);
        Assert.Equal(["OpaqueRef:b", "OpaqueRef:a"], database.Find("VM", "OpaqueRef:v")!.Texts("VBDs"));
    }

    [Fact]
    public void Load_LeavesSecretsOut()
    {
        var database = Load("""
            </table><table name="secret"><row ref="OpaqueRef:s" value="hush"/></table><table name="PBD"><row ref="OpaqueRef:p" device_config="(('server' 'a') ('cifspassword' 'hush') ('password_secret' 'u'))"/>
            """);
        Assert.Empty(database.All("secret"));
        var config = database.Find("PBD", "OpaqueRef:p")!.Map("device_config");
        Assert.Equal(["server", "password_secret"], config.Entries.Select(entry => entry.Key));
    }

    [Fact]
    public void Load_RefusesADoctype() =>
        Assert.Throws<InvalidDataException>(() => DatabaseFile.Load(Bytes("<!DOCTYPE database [<!ENTITY x 'y'>]><database/>"), new IdentifierSource(1)));

    [Fact]
    public void Load_RefusesAnotherRoot() =>
        Assert.Throws<InvalidDataException>(() => DatabaseFile.Load(Bytes("<html/>"), new IdentifierSource(1)));

    [Fact]
    public void Save_ThenLoad_GivesTheSame()
    {
        var database = new PoolDatabase(XapiSchema.Current, new IdentifierSource(1));
        var vm = database.Create("VM", [KeyValuePair.Create("name_label", (XapiValue)" 100%  <é>\t'\\\n"), KeyValuePair.Create("other_config", (XapiValue)new Dictionary<string, string> { ["a b"] = "(c' d)" })]);
        database.Create("VBD", [KeyValuePair.Create("VM", (XapiValue)vm.Ref)]);
        AssertSame(database, Reloaded(database));
    }

    [Theory]
    [InlineData("pool-dumps")]
    [InlineData("golden/dumps")]
    [InlineData("golden/streams")]
    public void RealFiles_SurviveARoundTrip(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Require(folder), "*.xml"))
        {
            var database = DatabaseFile.Load(path, new IdentifierSource(1));
            Assert.NotEmpty(database.All("host"));
            AssertSame(database, Reloaded(database));
        }
    }

    private static PoolDatabase Reloaded(PoolDatabase database)
    {
        using var memory = new MemoryStream();
        DatabaseFile.Save(database, memory);
        memory.Position = 0;
        return DatabaseFile.Load(memory, new IdentifierSource(1));
    }

    private static void AssertSame(PoolDatabase expected, PoolDatabase actual)
    {
        Assert.Equal(expected.Generation, actual.Generation);
        foreach (var type in expected.Schema.Classes.Where(type => type.IsPersistent))
        {
            Assert.Equal(expected.All(type.Name).Select(row => row.Ref), actual.All(type.Name).Select(row => row.Ref));
            foreach (var row in expected.All(type.Name))
            {
                var other = actual.Find(type.Name, row.Ref)!;
                Assert.All(type.Fields, field => Assert.Equal(row[field], other[field]));
            }
        }
    }

    private static PoolDatabase Load(string rows) =>
        DatabaseFile.Load(Bytes($"""<?xml version="1.0"?><database><manifest><pair key="generation_count" value="77"/></manifest><table name="VM">{rows}</table></database>"""), new IdentifierSource(1));

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
