using System.CommandLine;
using System.Globalization;

namespace Relocation.Simulator.Hosting;

/// <summary>The command line of the simulator.</summary>
internal static class SimulatorCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Pools that speak XAPI, in a world whose clock can run faster.");
        root.Subcommands.Add(Serve());
        return root;
    }

    private static Command Serve()
    {
        var pools = new Option<FileInfo[]>("--pool") { Description = "A pool's database: the XML that xe pool-dump-database writes. May be given several times.", Required = true };
        var speed = new Option<double>("--speed") { Description = "World seconds per second, 1 to 1000.", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed") { Description = "What identifiers and random choices follow from.", DefaultValueFactory = _ => 1 };
        var port = new Option<int>("--port") { Description = "The first pool's port; the next pools take the next ones. 0 takes free ones.", DefaultValueFactory = _ => 0 };
        var user = new Option<string>("--user") { Description = "Who may log in.", DefaultValueFactory = _ => "root" };
        var password = new Option<string>("--password") { Description = "With which password.", DefaultValueFactory = _ => "simulated" };
        var command = new Command("serve", "Serve pools until Ctrl-C.") { pools, speed, seed, port, user, password };
        command.SetAction((result, cancellation) =>
        {
            var first = result.GetValue(port);
            var credentials = new PoolCredentials(result.GetValue(user)!, result.GetValue(password)!);
            var options = new SimulatorOptions
            {
                Speed = result.GetValue(speed),
                Seed = result.GetValue(seed),
                Pools = [.. result.GetValue(pools)!.Select((file, index) => PoolOptions.OfFile(file.FullName) with { Port = first == 0 ? 0 : first + index, Credentials = credentials })],
            };
            return ServeAsync(options, result.InvocationConfiguration.Output, cancellation);
        });
        return command;
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
