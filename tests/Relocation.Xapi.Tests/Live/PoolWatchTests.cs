using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Xapi.Live;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Live;

public sealed class PoolWatchTests
{
    [Fact]
    public async Task Change_ComesAsTheWholeObject()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        Assert.Equal(4, (await watch.CaptureAsync()).Count);
        pool.Happen(pool.Mod("VM", "OpaqueRef:v", EventScript.Vm("web-2")));
        var batch = await watch.BatchAsync();
        Assert.Equal(new PoolId("pool-1"), batch.Pool);
        Assert.Empty(batch.Gone);
        var vm = Assert.IsType<Vm>(Assert.Single(batch.Changed));
        Assert.Equal(("web-2", new ByteSize(100)), (vm.Name, vm.MemoryActual));
    }

    [Fact]
    public async Task ChangedPart_ComesAsItsOwner()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        pool.Happen(pool.Mod("VM_metrics", "OpaqueRef:vm", new { uuid = "vmm-1", memory_actual = 200 }));
        Assert.Equal(new ByteSize(200), ((Vm)Assert.Single((await watch.BatchAsync()).Changed)).MemoryActual);
        pool.Happen(pool.Mod("host_metrics", "OpaqueRef:hm", new { uuid = "hm-1", memory_total = 1024, memory_free = 7, live = true }));
        Assert.Equal(new ByteSize(7), ((Host)Assert.Single((await watch.BatchAsync()).Changed)).MemoryFree);
        pool.Happen(pool.Mod("SM", "OpaqueRef:sm", new { uuid = "sm-1", type = "nfs", features = new { VDI_MIRROR = 1, VDI_SNAPSHOT = 1 } }));
        Assert.Equal(["VDI_MIRROR", "VDI_SNAPSHOT"], ((StorageRepository)Assert.Single((await watch.BatchAsync()).Changed)).Capabilities);
    }

    [Fact]
    public async Task WhatTheInventoryDoesNotRead_MakesNoBatch()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        pool.Happen(pool.Mod("task", "OpaqueRef:t", new { uuid = "t", progress = 0.5 }), pool.Mod("VM_metrics", "OpaqueRef:vm", new { uuid = "vmm-1", memory_actual = 100, last_updated = "20261123T02:01:57Z" }));
        pool.Happen(pool.Mod("VM", "OpaqueRef:v", EventScript.Vm("web-2")));
        Assert.Equal("web-2", ((Vm)Assert.Single((await watch.BatchAsync()).Changed)).Name);
    }

    [Fact]
    public async Task GoneHost_IsGone_AndTheVmNoLongerRunsThere()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        pool.Happen(pool.Del("host", "OpaqueRef:h"), pool.Del("host_metrics", "OpaqueRef:hm"));
        var batch = await watch.BatchAsync();
        Assert.Equal([new ObjectKey("host", "host-1")], batch.Gone);
        Assert.Equal(["pool pool-1", "VM vm-1"], batch.Changed.Select(item => InventoryObjects.KeyOf(item).ToString()));
        Assert.Null(((Vm)batch.Changed[1]).ResidentOn);
        Assert.Null(((Pool)batch.Changed[0]).Coordinator);
    }

    [Fact]
    public async Task ObjectThatComesBackUnderAnotherReference_IsNotGone()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        pool.Happen(pool.Del("VM", "OpaqueRef:v"), pool.Mod("VM", "OpaqueRef:v2", EventScript.Vm("web-3")));
        var batch = await watch.BatchAsync();
        Assert.Empty(batch.Gone);
        Assert.Equal("web-3", ((Vm)Assert.Single(batch.Changed)).Name);
    }

    [Fact]
    public async Task DroppedConnection_IsShown_AndEndsInAWholeReadingThatLacksWhatWentMeanwhile()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        Assert.Equal(PoolConnectionStatus.Connecting, (await watch.StateAsync()).Status);
        await watch.CaptureAsync();
        Assert.Equal(PoolConnectionStatus.Connected, (await watch.StateAsync()).Status);
        pool.Remove("VM", "OpaqueRef:v");
        for (var drop = 0; drop < 4; drop++)
        {
            pool.HappenAnswer(_ => FakeReply.Drop);
        }

        var state = await watch.StateAsync();
        Assert.Equal((PoolConnectionStatus.Reconnecting, ConnectionReasons.Unreachable, 1), (state.Status, state.ReasonCode, state.Attempt));
        Assert.True(state.NextTry > state.Since);
        Assert.DoesNotContain(await watch.CaptureAsync(), item => item is Vm);
        Assert.Equal(PoolConnectionStatus.Connected, (await watch.StateAsync()).Status);
    }

    [Theory]
    [InlineData("EVENT_FROM_TOKEN_PARSE_FAILURE", ConnectionReasons.EventsLost)]
    [InlineData("EVENTS_LOST", ConnectionReasons.EventsLost)]
    [InlineData("INTERNAL_ERROR", ConnectionReasons.Failed)]
    public async Task RefusedToken_EndsInAWholeReading(string code, string reason)
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        await watch.StateAsync();
        await watch.StateAsync();
        pool.HappenAnswer(call => call.Failure(code, "x"));
        var state = await watch.StateAsync();
        Assert.Equal((PoolConnectionStatus.Reconnecting, reason), (state.Status, state.ReasonCode));
        Assert.Equal(4, (await watch.CaptureAsync()).Count);
    }

    [Fact]
    public async Task LostSession_IsARestartedCoordinator_AndEndsInAWholeReading()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint);
        await watch.CaptureAsync();
        await watch.StateAsync();
        await watch.StateAsync();
        pool.HappenAnswer(call => call.Failure("SESSION_INVALID", call.Text(0)));
        Assert.Equal(ConnectionReasons.EventsLost, (await watch.StateAsync()).ReasonCode);
        Assert.Equal(4, (await watch.CaptureAsync()).Count);
        Assert.Equal(2, pool.Server.CallsOf("session.login_with_password").Count);
        Assert.Empty(pool.Server.CallsOf("event.from").First(call => call.Text(0) == "s2").Text(2));
    }

    [Fact]
    public async Task WrongPassword_IsRefused_AndNotHammered()
    {
        await using var server = new FakeXapi(call => call.Failure("SESSION_AUTHENTICATION_FAILED", "root", "no"));
        await using var watch = new WatchRun(new(server.Address, "root", "x", null));
        await watch.StateAsync();
        var state = await watch.StateAsync();
        Assert.Equal((PoolConnectionStatus.Refused, ConnectionReasons.Authentication), (state.Status, state.ReasonCode));
        Assert.Equal(TimeSpan.FromMinutes(5), state.NextTry - state.Since);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task ChangedCertificate_IsRefused()
    {
        using var certificate = SelfSigned.Certificate("pool");
        await using var server = new FakeXapi(call => call.Result(""), certificate: certificate);
        await using var watch = new WatchRun(new(server.Address, "root", "x", new string('0', 64)));
        await watch.StateAsync();
        var state = await watch.StateAsync();
        Assert.Equal((PoolConnectionStatus.Refused, ConnectionReasons.CertificateChanged), (state.Status, state.ReasonCode));
        Assert.Contains(SelfSigned.Fingerprint(certificate), state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherPoolAtTheAddress_IsRefused_AndNothingIsHandedOut()
    {
        await using var pool = new EventScript("pool-2");
        await using var watch = new WatchRun(pool.Endpoint, new PoolId("pool-1"));
        await watch.StateAsync();
        Assert.Equal(ConnectionReasons.OtherPool, (await watch.StateAsync()).ReasonCode);
    }

    [Fact]
    public async Task CountsThatDiffer_EndInAWholeReading_ButNotBeforeTheInterval()
    {
        await using var pool = new EventScript();
        await using var watch = new WatchRun(pool.Endpoint, options: new PoolWatchOptions { RecountInterval = TimeSpan.Zero });
        Assert.Equal(4, (await watch.CaptureAsync()).Count);
        pool.Remove("VM", "OpaqueRef:v");
        Assert.Equal(3, (await watch.CaptureAsync()).Count);
    }

    [Fact]
    public async Task Cancelling_LogsOut()
    {
        await using var pool = new EventScript();
        await using (var watch = new WatchRun(pool.Endpoint))
        {
            await watch.CaptureAsync();
        }

        Assert.Single(pool.Server.CallsOf("session.logout"));
    }
}
