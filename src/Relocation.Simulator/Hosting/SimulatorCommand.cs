using System.CommandLine;
using Relocation.Simulator.Database;
using Relocation.Simulator.Demonstration;

namespace Relocation.Simulator.Hosting;

/// <summary>The command line of the simulator.</summary>
internal static class SimulatorCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Pools that speak XAPI, in a world whose clock can run faster.");
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(Demo());
        root.Subcommands.Add(Generate());
        return root;
    }

    private static Command Demo()
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the pools' databases are written.", Required = true };
        var seed = new Option<int>("--seed") { Description = "What identifiers follow from.", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Write the databases of the demonstration, a weather bureau.") { folder, seed };
        command.SetAction(result =>
        {
            foreach (var file in WeatherBureau.Create(result.GetValue(seed)).Save(result.GetValue(folder)!.FullName))
            {
                result.InvocationConfiguration.Output.WriteLine(file);
            }
        });
        return command;
    }

    private static Command Generate()
    {
        var file = new Option<FileInfo>("--out") { Description = "The database to write.", Required = true };
        var vms = new Option<int>("--vms") { Description = "How many VMs it has.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "What sizes and identifiers follow from.", DefaultValueFactory = _ => 1 };
        var command = new Command("generate", "Write the database of a pool of any size.") { file, vms, seed };
        command.SetAction(result =>
        {
            var path = result.GetValue(file)!;
            DatabaseFile.Save(GeneratedPool.Create(Path.GetFileNameWithoutExtension(path.Name), result.GetValue(vms), result.GetValue(seed)), path.FullName);
            result.InvocationConfiguration.Output.WriteLine(path.FullName);
        });
        return command;
    }
}
