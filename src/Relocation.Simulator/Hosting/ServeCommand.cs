using System.CommandLine;
using System.Globalization;
using Relocation.Simulator.Demonstration;
using Relocation.Simulator.Faults;

namespace Relocation.Simulator.Hosting;

/// <summary>The verb that serves pools.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var pools = new Option<FileInfo[]>("--pool") { Description = "A pool's database: the XML that xe pool-dump-database writes. May be given several times." };
        var demo = new Option<bool>("--demo") { Description = "Serve the demonstration, a weather bureau, instead of files." };
        var links = new Option<string[]>("--link") { Description = "The line between two pools, POOL:POOL:MBIT[:MS[:NAME]]. Pairs with the same name share it." };
        var scenario = new Option<FileInfo?>("--scenario") { Description = "Faults to order at the start, JSON." };
        var speed = new Option<double>("--speed") { Description = "World seconds per second, 1 to 1000.", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed") { Description = "What identifiers and random choices follow from.", DefaultValueFactory = _ => 1 };
        var port = new Option<int>("--port") { Description = "The first pool's port; the next pools take the next ones. 0 takes free ones.", DefaultValueFactory = _ => 0 };
        var user = new Option<string>("--user") { Description = "Who may log in.", DefaultValueFactory = _ => "root" };
        var password = new Option<string>("--password") { Description = "With which password.", DefaultValueFactory = _ => "simulated" };
        var command = new Command("serve", "Serve pools until Ctrl-C.") { pools, demo, links, scenario, speed, seed, port, user, password };
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                var options = Options(result.GetValue(pools) ?? [], result.GetValue(demo), result.GetValue(seed), result.GetValue(port));
                var credentials = new PoolCredentials(result.GetValue(user)!, result.GetValue(password)!);
                options = options with
                {
                    Speed = result.GetValue(speed),
                    Pools = [.. options.Pools.Select(pool => pool with { Credentials = credentials })],
                    Lines = [.. options.Lines, .. (result.GetValue(links) ?? []).Select(LineOptions.Parse)],
                    Faults = result.GetValue(scenario) is { } file ? FaultScenario.Load(file.FullName) : [],
                };
                return await ServeAsync(options, result.InvocationConfiguration.Output, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is FormatException or InvalidDataException or IOException)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
                return 1;
            }
        });
        return command;
    }

    private static SimulatorOptions Options(FileInfo[] files, bool isDemonstration, int seed, int firstPort)
    {
        if (isDemonstration == files.Length > 0)
        {
            throw new FormatException("Give either --demo or at least one --pool.");
        }
        return isDemonstration
            ? WeatherBureau.Create(seed).Options(WeatherBureau.Speed, seed, firstPort)
            : new SimulatorOptions
            {
                Seed = seed,
                Pools = [.. files.Select((file, index) => PoolOptions.OfFile(file.FullName) with { Port = firstPort == 0 ? 0 : firstPort + index })],
            };
    }

    private static async Task<int> ServeAsync(SimulatorOptions options, TextWriter output, CancellationToken cancellation)
    {
        await using var server = await SimulatorServer.StartAsync(options, cancellation).ConfigureAwait(false);
        foreach (var pool in server.Pools)
        {
            // The password is that of a simulated pool and was given on this command line: it is shown so that one can log in.
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pool.Name}  {pool.Url}  {pool.User}  {pool.Password}  sha256 {pool.Fingerprint}")).ConfigureAwait(false);
        }
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how one stops it.
        }
        return 0;
    }
}
