using System.Text;
using Relocation.Core.Inventory;

namespace Relocation.Xapi.Tests.Databases;

public sealed class HostileFileTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("hello, this is no XML", "not-xml")]
    [InlineData("{\"pool\": []}", "not-xml")]
    [InlineData("%PDF-1.7 binary", "not-xml")]
    [InlineData("<html><body/></html>", "not-a-database")]
    [InlineData("<pool/>", "not-a-database")]
    [InlineData("<database><tables/></database>", "structure")]
    [InlineData("<database>text</database>", "structure")]
    [InlineData("<database><table name=\"VM\"><cell/></table></database>", "structure")]
    [InlineData("<database><table><row/></table></database>", "structure")]
    [InlineData("<database><table name=\"VM\"><row uuid=\"u\"/></table></database>", "structure")]
    [InlineData("<database><table name=\"VM\"><row ref=\"r\"/></table></database>", "missing-uuid")]
    [InlineData("<database><table name=\"VM\"></tabel></database>", "malformed")]
    [InlineData("<database><table name=\"VM\" name=\"VM\"/></database>", "malformed")]
    [InlineData("<database><table name=\"&unknown;\"/></database>", "malformed")]
    [InlineData("<database/>", "no-pool")]
    [InlineData("<database><table name=\"VM\"/><table name=\"VM\"/></database>", "duplicate-table")]
    [InlineData("<database/><database/>", "malformed")]
    public async Task WrongText_NamesWhatItIs(string text, string code) => Assert.Equal(code, (await Importing.FailsAsync(text)).Code);

    [Theory]
    [InlineData("<!DOCTYPE database SYSTEM \"http://127.0.0.1/evil.dtd\"><database/>")]
    [InlineData("<!DOCTYPE database [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><database><table name=\"&file;\"/></database>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><database><table name=\"&c;\"/></database>")]
    public async Task DocumentTypes_AreRefused(string text)
    {
        var error = await Importing.FailsAsync(text);
        Assert.Equal("dtd", error.Code);
        Assert.True(error.Line > 0);
    }

    [Fact]
    public async Task EveryTruncation_IsAnErrorThatSaysSo()
    {
        var text = SampleDump.Create().ToString();
        for (var length = text.IndexOf("<manifest", StringComparison.Ordinal); length < text.Length; length += 97)
        {
            var error = await Importing.FailsAsync(text[..length]);
            Assert.True(error.Code is "truncated" or "malformed", $"{error.Code} at {length}: {error.Message}");
            Assert.True(error.Line > 0);
        }

        Assert.Equal("truncated", (await Importing.FailsAsync(text[..(text.LastIndexOf("<table", StringComparison.Ordinal) - 1)])).Code);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task WiderEncodings_AreRefused_WithAndWithoutMark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(SampleDump.Create().ToString());
        Assert.Equal("encoding", (await Importing.FailsAsync(new MemoryStream(bytes))).Code);
        Assert.Equal("encoding", (await Importing.FailsAsync(new MemoryStream([.. encoding.GetPreamble(), .. bytes]))).Code);
    }

    [Fact]
    public async Task InvalidBytesAndWrongDeclarations_AreRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Dump.OfPool().Row("network", "n", ("name__label", "#####")).ToString());
        var at = bytes.AsSpan().IndexOf("#####"u8);
        bytes[at] = 0xff;
        bytes[at + 1] = 0xc0;
        Assert.Equal("encoding", (await Importing.FailsAsync(new MemoryStream(bytes))).Code);

        foreach (var declared in new[] { "utf-16", "ISO-8859-1", "windows-1252", "nonsense" })
        {
            var text = SampleDump.Create().ToString().Replace("encoding=\"UTF-8\"", $"encoding=\"{declared}\"", StringComparison.Ordinal);
            Assert.Equal("encoding", (await Importing.FailsAsync(text)).Code);
        }
    }

    [Theory]
    [InlineData("<database><table name=\"x\">", "<row>", "too-deep")]
    [InlineData("<database><table name=\"VM\"><row ref=\"r\" uuid=\"u\">", "<row>", "too-deep")]
    [InlineData("<database>", "<table name=\"x\">", "structure")]
    [InlineData("", "<a>", "not-a-database")]
    [InlineData("<database><table name=\"", "x", "too-large")]
    [InlineData("<database><table name=\"VM\"><row ref=\"r\"", " ", "too-large")]
    [InlineData("<database><!--", "-", "malformed")]
    [InlineData("<database><!--", "x", "too-large")]
    [InlineData("<database>", "   \n", "structure")]
    [InlineData("<database><", "x", "too-large")]
    public async Task AGigabyteOfAnything_EndsEarly(string start, string repeated, string code)
    {
        using var endless = new RepeatingStream(start, repeated, 1L << 30);
        Assert.Equal(code, (await Importing.FailsAsync(endless)).Code);
        // The file is read twice here: for its header, and again when its objects are asked for all the same.
        Assert.True(endless.BytesRead < 10 * 1024 * 1024, $"{endless.BytesRead} bytes were read");
    }

    [Fact]
    public async Task EndlessNewNames_AreRefused()
    {
        var names = new StringBuilder("<database><table name=\"x\">");
        for (var row = 0; row < 300; row++)
        {
            names.Append("<row ").AppendJoin(' ', Enumerable.Range(0, 100).Select(number => $"n{row}_{number}=\"\"")).Append("/>");
        }

        Assert.Equal("too-large", (await Importing.FailsAsync(names.Append("</table></database>").ToString())).Code);
    }

    [Theory]
    [InlineData("VDI", "virtual_size", "99999999999999999999")]
    [InlineData("VDI", "virtual_size", "9223372036854775807")]
    [InlineData("VDI", "physical_utilisation", "-7")]
    [InlineData("VM", "VCPUs__max", "4294967296")]
    [InlineData("VM", "order", "1e400")]
    [InlineData("VM", "memory__static_max", "lots")]
    [InlineData("VM", "is_a_template", "perhaps")]
    [InlineData("VDI", "snapshot_time", "99999999T99:99:99Z")]
    [InlineData("VM", "other_config", "(('a' 'b'")]
    [InlineData("VM", "other_config", "('a' 'b')")]
    [InlineData("VM", "tags", "((((('a')))))")]
    [InlineData("VIF", "MTU", "0x10")]
    [InlineData("VM_metrics", "memory__actual", "much")]
    [InlineData("host_metrics", "memory__total", "-5")]
    [InlineData("PIF_metrics", "speed", "fast")]
    [InlineData("VM_guest_metrics", "networks", "((")]
    [InlineData("VM_guest_metrics", "live", "maybe")]
    public async Task AbsurdValue_NamesClassObjectFieldAndPlace(string table, string column, string value)
    {
        var error = await Importing.FailsAsync(Dump.OfPool().Row(table, "odd", (column, value)).ToString());
        Assert.Equal("bad-value", error.Code);
        Assert.Contains($"{table} {Dump.Uuid("odd")}, field {column.Replace("__", "_", StringComparison.Ordinal)}", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.True(error.Column > 0);
    }

    [Fact]
    public async Task DuplicateReference_IsRefused()
    {
        var error = await Importing.FailsAsync(Dump.OfPool().Row("VM", "a").RawRow("VM", ("ref", Dump.Ref("a")), ("uuid", "other")).ToString());
        Assert.Equal("duplicate-ref", error.Code);
    }

    [Fact]
    public async Task DuplicateUuid_IsRefused_AndNamesBothPlaces()
    {
        var error = await Importing.FailsAsync(Dump.OfPool().Row("VM", "a").RawRow("VM", ("ref", "OpaqueRef:b"), ("uuid", Dump.Uuid("a"))).ToString());
        Assert.Equal("duplicate-uuid", error.Code);
        Assert.Contains(Dump.Uuid("a"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(5000)]
    public async Task EarlierBadRow_WinsOverLaterDamage_HoweverManyRowsLieBetween(int rowsBetween)
    {
        var dump = Dump.OfPool().Row("VIF", "a").RawRow("VIF", ("ref", Dump.Ref("a")), ("uuid", "other"));
        for (var number = 0; number < rowsBetween; number++)
        {
            dump.Row("VIF", $"v{number}");
        }

        var error = await Importing.FailsAsync(dump.ToString().Replace("</database>", "<oops", StringComparison.Ordinal));
        Assert.Equal("duplicate-ref", error.Code);
    }

    [Fact]
    public async Task DiskNotedTwice_CountsOnce_AndBothReferencesLeadToIt()
    {
        var (header, objects) = await Dump.OfPool()
            .Row("VDI", "d", ("location", "here"))
            .RawRow("VDI", ("ref", "OpaqueRef:again"), ("uuid", Dump.Uuid("d")), ("location", "here"))
            .Row("VBD", "b", ("VDI", "OpaqueRef:again"))
            .ReadAsync();
        Assert.Single(objects.OfType<Vdi>());
        Assert.Equal(VdiId.Of(Dump.Uuid("d")), Assert.Single(objects.OfType<Vbd>()).Vdi);
        Assert.Contains("noted again", Assert.Single(header.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pools_MustBeExactlyOne()
    {
        var error = await Importing.FailsAsync(Dump.OfPool().Row("pool", "second").ToString());
        Assert.Equal("several-pools", error.Code);
    }

    [Fact]
    public async Task DanglingReferences_AreLeftOutAndWarned_UpToANumber()
    {
        var dump = Dump.OfPool();
        for (var number = 0; number < 500; number++)
        {
            dump.Row("VBD", $"b{number}", ("VM", "OpaqueRef:gone"), ("VDI", Dump.Ref("host")));
        }

        var (header, objects) = await dump.ReadAsync();
        Assert.All(objects.OfType<Vbd>(), vbd => Assert.True(vbd.Vm is null && vbd.Vdi is null));
        Assert.Equal(201, header.Warnings.Count);
        Assert.Contains("800 more", header.Warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circles_AreCutAndWarned_AndLongChainsStay()
    {
        var dump = Dump.OfPool()
            .Row("VM", "a", ("parent", Dump.Ref("b"))).Row("VM", "b", ("parent", Dump.Ref("c"))).Row("VM", "c", ("parent", Dump.Ref("a")))
            .Row("VM", "self", ("snapshot_of", Dump.Ref("self")))
            .Row("VM", "in", ("parent", Dump.Ref("a")))
            .Row("VDI", "x", ("sm_config", $"(('vhd-parent'%.'{Dump.Uuid("y")}'))")).Row("VDI", "y", ("sm_config", $"(('vhd-parent'%.'{Dump.Uuid("x")}'))"));
        for (var number = 0; number < 20_000; number++)
        {
            dump.Row("VDI", $"d{number}", ("sm_config", $"(('vhd-parent'%.'{Dump.Uuid($"d{number + 1}")}'))"));
        }

        var (header, objects) = await dump.ReadAsync();
        Assert.Equal([null, null, null, null, VmId.Of(Dump.Uuid("a"))], objects.OfType<Vm>().Select(vm => vm.Parent));
        Assert.All(objects.OfType<Vm>(), vm => Assert.Null(vm.SnapshotOf));
        Assert.Equal(6, header.Warnings.Count(text => text.Contains("comes back to itself", StringComparison.Ordinal)));
        Assert.Equal(19_999, objects.OfType<Vdi>().Count(vdi => vdi.Parent is not null));
    }

    [Fact]
    public async Task MissingFile_SaysSo()
    {
        await using var reader = new Relocation.Xapi.Databases.DatabaseFileReader("/nonexistent/pool.xml");
        var error = await Assert.ThrowsAsync<InventoryFormatException>(() => reader.ReadHeaderAsync(TestContext.Current.CancellationToken));
        Assert.Equal("unreadable", error.Code);
        Assert.Equal("pool.xml", error.SourceName);
    }
}
