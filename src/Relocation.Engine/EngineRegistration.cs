using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Relocation.Engine.Feed;
using Relocation.Engine.Ownership;
using Relocation.Engine.Runs;

namespace Relocation.Engine;

/// <summary>Puts the engine into a host. The host registers <see cref="Journal.IRunJournal"/> and <see cref="Core.Hypervisors.IVmMovers"/> as singletons.</summary>
public static class EngineRegistration
{
    private const string ServiceName = "relocation";

    /// <summary>Adds the engine and a silo of its own: alone by default, or one of several over Redis.</summary>
    public static IHostApplicationBuilder AddRelocationEngine(this IHostApplicationBuilder builder, Action<EngineOptions>? configure = null)
    {
        var options = new EngineOptions();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton(Options.Create(options));
        builder.UseOrleans(silo => Cluster(silo, options));
        builder.Services.AddRelocationEngineServices();
        return builder;
    }

    /// <summary>Adds what works in every process of a cluster whose Orleans host or client is configured elsewhere.</summary>
    public static IServiceCollection AddRelocationEngineServices(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Options.Create(new EngineOptions()));
        services.AddSingleton<RunFeeds>();
        services.AddSingleton<RunService>();
        services.AddHostedService<RunSweeper>();
        return services;
    }

    private static void Cluster(ISiloBuilder silo, EngineOptions options)
    {
        var siloPort = options.SiloPort > 0 ? options.SiloPort : FreePort();
        var gatewayPort = options.GatewayPort > 0 ? options.GatewayPort : FreePort();
        if (options.RedisConnection.Length > 0)
        {
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (ServiceName, ServiceName));
            silo.ConfigureEndpoints(siloPort, gatewayPort);
            silo.UseRedisClustering(options.RedisConnection);
        }
        else
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, new IPEndPoint(IPAddress.Loopback, siloPort), ServiceName, $"{ServiceName}-{siloPort}");
        }

        // The defaults take more than ten seconds to notice a dead process; the journal's epoch makes a wrong suspicion harmless.
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 3;
            membership.NumVotesForDeathDeclaration = 1;
        });
    }

    /// <summary>A port that is free now, so that two instances on one machine do not meet.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
