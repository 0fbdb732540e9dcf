using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Xapi.Live;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Live;

public sealed class LivePoolReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capture_IsOneCall_WithJoinsMade()
    {
        await using var pool = new EventScript();
        await using var session = Scripts.Session(pool.Server);
        await using var reader = new LivePoolReader(session);
        var header = await reader.ReadHeaderAsync(Token);
        Assert.Equal((new PoolId("pool-1"), "alpha-1", "8.4.0", "", 4), (header.Pool, header.PoolName, header.ProductVersion, header.SchemaVersion, header.ObjectCount));
        var objects = await reader.ReadObjectsAsync(Token).ToListAsync(Token);
        Assert.Equal(["pool pool-1", "host host-1", "SR sr-1", "VM vm-1"], objects.Select(item => InventoryObjects.KeyOf(item).ToString()));
        Assert.Equal(new ByteSize(1024), ((Host)objects[1]).MemoryTotal);
        Assert.Equal(["VDI_MIRROR"], ((StorageRepository)objects[2]).Capabilities);
        Assert.Equal(new ByteSize(100), ((Vm)objects[3]).MemoryActual);
        Assert.Equal(new HostId("host-1"), ((Vm)objects[3]).ResidentOn);
        Assert.Equal(2, pool.Server.Calls.Count);
        Assert.Equal("*", pool.Server.Calls[1].Parameters[1][0].GetString());
        Assert.Equal("30.0", pool.Server.Calls[1].Parameters[3].GetRawText());
    }

    [Fact]
    public async Task ServerWithoutEvents_IsReadClassByClass()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Method switch
        {
            "pool.get_all_records" => call.Result(new Dictionary<string, object> { ["OpaqueRef:p"] = new { uuid = "pool-1", name_label = "old", master = "OpaqueRef:h" } }),
            "VM.get_all_records" => call.Result(new Dictionary<string, object> { ["OpaqueRef:v"] = EventScript.Vm("web") }),
            _ => call.Failure("MESSAGE_METHOD_UNKNOWN", call.Method),
        }));
        await using var session = Scripts.Session(server);
        await using var reader = new LivePoolReader(session);
        var header = await reader.ReadHeaderAsync(Token);
        Assert.Equal(("old", 2), (header.PoolName, header.ObjectCount));
        Assert.Contains(header.Warnings, warning => warning.Contains("resident_on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PoolWithoutAPoolRecord_SaysSo()
    {
        await using var pool = new EventScript();
        pool.Remove("pool", "OpaqueRef:p");
        Assert.Equal("no-pool", await CodeAsync(pool.Server));
    }

    [Fact]
    public async Task TwoObjectsOfOneUuid_AreRefused()
    {
        await using var pool = new EventScript();
        pool.Put("VM", "OpaqueRef:other", EventScript.Vm("twin"));
        Assert.Equal("duplicate-uuid", await CodeAsync(pool.Server));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"events":[]}""")]
    [InlineData("""{"token":"1"}""")]
    [InlineData("""{"events":[7],"token":"1"}""")]
    [InlineData("""{"events":[{"class":"vm"}],"token":"1"}""")]
    public async Task NonsenseInsteadOfEvents_IsUnreadable(string reply)
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result(JsonDocument.Parse(reply).RootElement)));
        Assert.Equal("unreadable-reply", await CodeAsync(server));
    }

    private static async Task<string> CodeAsync(FakeXapi server)
    {
        await using var session = Scripts.Session(server);
        await using var reader = new LivePoolReader(session);
        return (await Assert.ThrowsAsync<InventoryFormatException>(() => reader.ReadHeaderAsync(Token))).Code;
    }
}
