using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Ownership;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Cluster;

/// <summary>Two silos over one journal; the one that drives is killed.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Run_WhoseSiloIsKilled_IsAdoptedByTheOther_AndTheFeedMissesNothing()
    {
        var scenario = new Scenario().With("a").With("b").With("c").Stored();
        foreach (var (id, vm) in scenario.World.Vms)
        {
            SharedWorld.World.Vms.Add(id, vm);
        }

        var builder = new TestClusterBuilder(2);
        builder.AddSiloBuilderConfigurator<SiloConfigurator>();
        await using var cluster = builder.Build();
        await cluster.DeployAsync(TestContext.Current.CancellationToken);
        var service = Service(cluster, cluster.Silos[0]);
        await service.StartAsync(scenario.RunRecord with { MaximumParallelMoves = 2 }, scenario.Moves, TestContext.Current.CancellationToken);

        var owner = cluster.Silos[await OwnerAsync(scenario.Run, cluster)];
        await using var subscription = await Service(cluster, cluster.Silos.First(silo => silo != owner)).SubscribeAsync(scenario.Run, TestContext.Current.CancellationToken);
        Assert.NotNull(subscription);
        var seen = new List<RunChange>();
        var killed = false;
        await foreach (var change in subscription.Changes.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            seen.Add(change);
            if (!killed && change.Move?.Progress is { DiskNumber: 1 })
            {
                killed = true;
                await cluster.KillSiloAsync(owner, TestContext.Current.CancellationToken);
            }

            if (change.Entry is { Kind: JournalKind.RunStateChanged } line && line.Detail["state"] == nameof(RunState.Done))
            {
                break;
            }
        }

        AssertOutcome(scenario, subscription, seen);
    }

    private static void AssertOutcome(Scenario scenario, RunSubscription subscription, List<RunChange> seen)
    {
        var state = SharedWorld.Journal.State(scenario.Run);
        Assert.Equal(RunState.Done, state.Run.State);
        Assert.True(state.Run.Epoch >= 2, "Nobody took it over.");
        Assert.All(SharedWorld.World.Vms.Values, vm => Assert.Single(vm.Migrations));

        var told = seen.Where(change => change.Entry is not null).Select(change => change.Entry!.Sequence).ToList();
        Assert.Equal(Enumerable.Range(0, told.Count).Select(offset => subscription.Sequence + 1 + offset), told);
        Assert.Equal(state.Sequence, told[^1]);
        Assert.Contains(seen, change => change.Entry is null && change.Move?.Progress is not null);
    }

    [Fact]
    public async Task Engine_AddedToAHost_DrivesARunAndAnswersRequests()
    {
        var scenario = new Scenario().With("solo").Stored();
        var world = new FakeWorld(new ScaledTime(20));
        foreach (var (id, vm) in scenario.World.Vms)
        {
            world.Vms.Add(id, vm);
        }

        var journal = new MemoryJournal(TimeProvider.System);
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<IRunJournal>(journal);
        builder.Services.AddSingleton<Core.Hypervisors.IVmMovers>(new MortalMovers(world, new Life()));
        builder.AddRelocationEngine(options => (options.PollEvery, options.FactsEvery, options.PausePollEvery) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(25)));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var service = host.Services.GetRequiredService<RunService>();
        Assert.Equal(RefusalReasons.RunNotFound, (await service.PauseAsync(scenario.Run, "ada", TestContext.Current.CancellationToken)).Reason);
        Assert.Null(await service.SubscribeAsync(scenario.Run, TestContext.Current.CancellationToken));
        await service.StartAsync(scenario.RunRecord, scenario.Moves, TestContext.Current.CancellationToken);
        Assert.True((await service.PauseAsync(scenario.Run, "ada", TestContext.Current.CancellationToken)).Accepted);
        Assert.True((await service.ResumeAsync(scenario.Run, "ada", TestContext.Current.CancellationToken)).Accepted);
        var watcher = new RecordingWatcher();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<IRunGrain>(scenario.Run.Value).WatchAsync(grains.CreateObjectReference<IRunWatcher>(watcher));
        await EndAsync(service, scenario.Run);

        Assert.Equal(RunState.Done, journal.State(scenario.Run).Run.State);
        Assert.Contains(watcher.Pulses, pulse => pulse.Move == scenario.Moves[0].Id.Value);
        Assert.Equal(RefusalReasons.RunEnded, (await service.PauseAsync(scenario.Run, "ada", TestContext.Current.CancellationToken)).Reason);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task EndAsync(RunService service, RunId run)
    {
        await using var subscription = await service.SubscribeAsync(run, TestContext.Current.CancellationToken);
        if (subscription!.State.Run.State.HasEnded())
        {
            return;
        }

        await foreach (var change in subscription.Changes.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (change.Run?.State.HasEnded() == true)
            {
                return;
            }
        }
    }

    private static RunService Service(TestCluster cluster, SiloHandle silo) => cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<RunService>();

    private static async Task<int> OwnerAsync(RunId run, TestCluster cluster)
    {
        var management = cluster.GrainFactory.GetGrain<IManagementGrain>(0);
        var address = await management.GetActivationAddress(cluster.GrainFactory.GetGrain<IRunGrain>(run.Value));
        return cluster.Silos.ToList().FindIndex(silo => silo.SiloAddress.Equals(address));
    }
}
