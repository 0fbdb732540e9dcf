using System.Net;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Http;

namespace Relocation.Simulator.Tests.Hosting;

public sealed class ServedPoolTests
{
    [Fact]
    public async Task Member_SendsToItsCoordinator()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool);
        var pool = server.Pools[0];
        var member = pool.Pool.Database.All("host").Single(host => host.Ref != pool.Pool.Coordinator.Ref);
        Assert.SkipWhen(pool.EndpointOf(member.Ref) is null, "This machine has one loopback address only.");
        var address = IPAddress.Parse("127.0.0.2");
        Assert.Equal(["HOST_IS_SLAVE", "127.0.0.1"], (await pool.JsonAtAsync(address, "session.login_with_password", "root", "secret")).Failure());
        Assert.Equal(["HOST_IS_SLAVE", "127.0.0.1"], (await pool.JsonAtAsync(address, "VM.get_all", await pool.LogInAsync())).Failure());
    }

    [Fact]
    public async Task Restart_EndsSessionsAndTasks_AtTheSamePort()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool);
        var pool = server.Pools[0];
        var session = await pool.LogInAsync();
        var task = (await pool.JsonAsync("task.create", session, "mine", "")).Result();
        var port = pool.Port;
        await pool.RestartAsync();
        Assert.Equal(port, pool.Port);
        Assert.Equal(["SESSION_INVALID", session], (await pool.JsonAsync("VM.get_all", session)).Failure());
        session = await pool.LogInAsync();
        Assert.Equal(["HANDLE_INVALID", "task", task], (await pool.JsonAsync("task.get_record", session, task)).Failure());
    }

    [Fact]
    public async Task DroppedConnection_IsClosedWithoutAnswer()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool);
        var pool = server.Pools[0];
        pool.Pool.Operations.Intercept(call => call.Message.Method == "VM.get_all" ? throw new ConnectionDroppedException() : Task.CompletedTask);
        var session = await pool.LogInAsync();
        Assert.Empty(await pool.ExchangeAsync(RawWire.Post("/jsonrpc", $$"""{"method":"VM.get_all","params":["{{session}}"],"id":1}""")));
        Assert.Equal("pool0", server.FindPool("pool0")!.Name);
    }

    [Fact]
    public async Task ControlPaths_AreAnswered_AndOnlyBelowTheirPrefix()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool);
        server.MapControl("/simulator/echo", (request, _) => Task.FromResult(HttpResponse.Content(200, "OK", "text/plain", request.Body)));
        Assert.EndsWith("hello", await server.Pools[0].ExchangeAsync(RawWire.Post("/simulator/echo", "hello")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => server.MapControl("/other", (_, _) => Task.FromResult(HttpResponse.Forbidden())));
    }

    [Fact]
    public async Task TwoPools_HaveTheirOwnPortsAndSessions()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool, RunningSimulator.SmallPool);
        var session = await server.Pools[0].LogInAsync();
        Assert.NotEqual(server.Pools[0].Port, server.Pools[1].Port);
        Assert.Equal("SESSION_INVALID", (await server.Pools[1].JsonAsync("VM.get_all", session)).Failure()[0]);
        Assert.Same(server.Pools[0].Pool, server.World.FindPoolOfSession(session));
    }

    [Fact]
    public async Task Restarts_MayOverlap_AndNoneOutlivesTheServer()
    {
        ServedPool pool;
        await using (var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool))
        {
            pool = server.Pools[0];
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(pool.RestartAsync, TestContext.Current.CancellationToken)));
            Assert.NotEmpty(await pool.LogInAsync());
        }
        pool.ComeUp();
        Assert.False(pool.EndpointOf(pool.Pool.Coordinator.Ref)!.IsOpen);
    }

    [Fact]
    public async Task Restart_DoesNotWaitForAnOperationThatIsWaitedFor()
    {
        await using var server = await RunningSimulator.StartAsync(RunningSimulator.SmallPool);
        var pool = server.Pools[0];
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        pool.Pool.Operations.AddAsync("VM.get_all", async _ =>
        {
            begun.SetResult();
            await end.Task;
        });
        var session = await pool.LogInAsync();
        var call = pool.ExchangeAsync(RawWire.Post("/jsonrpc", $$"""{"method":"VM.get_all","params":["{{session}}"],"id":1}"""));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await pool.RestartAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Empty(await call.ContinueWith(ended => ended.IsFaulted ? "" : ended.GetAwaiter().GetResult(), TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default));
        end.SetResult();
    }
}
