using System.Text.Json;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.Tests.Clients;

/// <summary>Clients written by others work against the simulator, over TLS.</summary>
public sealed class ClientTests
{
    private const long Memory = 6_000_000_000;

    [Fact]
    public async Task NodePackage_ListsFollowsAndCalls()
    {
        Assert.SkipWhen(await OtherProgram.RunAsync("node", OtherProgram.Folder(), "--version") is null, "Node.js is not present");
        var folder = Directory.CreateTempSubdirectory("xen-api").FullName;
        try
        {
            var installed = await OtherProgram.RunAsync("npm", folder, "install", "--prefix", folder, "--no-audit", "--no-fund", "--prefer-offline", "xen-api@4.7.6");
            Assert.SkipUnless(installed is { Code: 0 }, $"xen-api cannot be installed: {installed?.Error}");
            File.Copy(Path.Combine(OtherProgram.Folder(), "follow-pool.mjs"), Path.Combine(folder, "follow-pool.mjs"));
            await using var server = await StartAsync();
            var seen = await SeenAsync("node", folder, "follow-pool.mjs", server.Pools[0]);
            var vm = seen.GetProperty("vm").GetString()!;
            Assert.Equal("small", seen.GetProperty("pool").GetString());
            Assert.Equal(2, seen.GetProperty("hosts").GetInt32());
            Assert.Equal(Memory, seen.GetProperty("static_max").GetInt64());
            Assert.True(seen.GetProperty("event").GetBoolean());
            Assert.Equal("renamed", seen.GetProperty("barrier").GetString());
            Assert.Equal("OpaqueRef:clone", seen.GetProperty("clone").GetString());
            Assert.Equal(["VM_BAD_POWER_STATE", vm, "halted", "running"], Texts(seen.GetProperty("call_fails")));
            Assert.Equal(["VM_BAD_POWER_STATE", vm, "halted", "running"], Texts(seen.GetProperty("callAsync_fails")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Python_CallsOverXml()
    {
        Assert.SkipWhen(await OtherProgram.RunAsync("python3", OtherProgram.Folder(), "--version") is null, "Python 3 is not present");
        await using var server = await StartAsync();
        var seen = await SeenAsync("python3", OtherProgram.Folder(), "call_pool.py", server.Pools[0]);
        var vm = seen.GetProperty("vm").GetString()!;
        Assert.Equal($"{Memory}", seen.GetProperty("static_max").GetString());
        Assert.False(seen.GetProperty("is_a_template").GetBoolean());
        Assert.Equal("19700101T00:00:00Z", seen.GetProperty("snapshot_time").GetString());
        Assert.Equal("<naïve> & 'quoted'", seen.GetProperty("description").GetString());
        Assert.Equal("add", seen.GetProperty("event").GetString());
        Assert.Equal(1, seen.GetProperty("count").GetInt32());
        Assert.Equal("<value>OpaqueRef:clone</value>", seen.GetProperty("result").GetString());
        Assert.Equal(["VM_BAD_POWER_STATE", vm, "halted", "running"], Texts(seen.GetProperty("fails")));
        Assert.True(seen.GetProperty("methods").GetBoolean());
        Assert.Equal("SESSION_INVALID", seen.GetProperty("after_logout").GetString());
    }

    private static async Task<SimulatorServer> StartAsync()
    {
        var server = await RunningSimulator.StartAsync(WithOneVm);
        var operations = server.Pools[0].Pool.Operations;
        operations.AddAsync("VM.clone", async call =>
        {
            await call.Clock.DelayAsync(TimeSpan.FromMilliseconds(100), call.Task.Cancellation);
            return "OpaqueRef:clone";
        });
        operations.Add("VM.start", Refuse);
        return server;
    }

    private static void Refuse(XapiCall call) => throw new XapiException("VM_BAD_POWER_STATE", call.Text("vm"), "halted", "running");

    private static PoolDatabase WithOneVm(IdentifierSource identifiers)
    {
        var database = RunningSimulator.SmallPool(identifiers);
        database.Create("VM", [SimulatedPools.Field("name_label", "web"), SimulatedPools.Field("memory_static_max", Memory)]);
        return database;
    }

    private static async Task<JsonElement> SeenAsync(string program, string folder, string script, ServedPool pool)
    {
        var ended = await OtherProgram.RunAsync(program, folder, script, pool.Url.ToString().TrimEnd('/'), pool.User, pool.Password);
        Assert.True(ended is { Code: 0 }, $"{ended?.Output}{ended?.Error}");
        return JsonDocument.Parse(ended!.Value.Output.Trim().Split('\n')[^1]).RootElement;
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
