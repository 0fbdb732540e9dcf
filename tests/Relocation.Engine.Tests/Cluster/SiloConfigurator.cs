using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.TestingHost;
using Relocation.Core.Hypervisors;
using Relocation.Engine.Journal;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Cluster;

internal sealed class SiloConfigurator : ISiloConfigurator
{
    public void Configure(ISiloBuilder siloBuilder)
    {
        var options = new EngineOptions
        {
            PollEvery = TimeSpan.FromMilliseconds(50),
            PausePollEvery = TimeSpan.FromMilliseconds(25),
            FactsEvery = TimeSpan.FromMilliseconds(100),
            SweepEvery = TimeSpan.FromMilliseconds(200),
            SettleFor = TimeSpan.FromSeconds(1),
        };
        siloBuilder.Services.AddSingleton(Options.Create(options));
        siloBuilder.Services.AddSingleton<IRunJournal>(SharedWorld.Journal);
        siloBuilder.Services.AddSingleton<IVmMovers>(new MortalMovers(SharedWorld.World, new Life()));
        siloBuilder.Services.AddRelocationEngineServices();
        siloBuilder.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            membership.NumMissedProbesLimit = 2;
            membership.NumVotesForDeathDeclaration = 1;
        });
    }
}
