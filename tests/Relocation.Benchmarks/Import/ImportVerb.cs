using System.CommandLine;
using Relocation.Benchmarks.Output;

namespace Relocation.Benchmarks.Import;

/// <summary>`import --file F | --vms N`: parse beside a bare XmlReader pass, store beside a bare prepared insert, in one run.</summary>
internal static class ImportVerb
{
    private const int FlatnessDivisor = 10;

    /// <summary>Enough for the compiler to have done its second, optimising turn.</summary>
    private const int WarmUps = 8;

    private const int WarmUpVms = 500;

    public static Command Create()
    {
        var file = new Option<FileInfo?>("--file") { Description = "A pool database file" };
        var vms = new Option<int>("--vms") { Description = "Or: generate a database of so many VMs", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "Seed of the generated database", DefaultValueFactory = _ => 1 };
        var repeats = new Option<int>("--repeats") { Description = "Measurements of each kind; the median counts", DefaultValueFactory = _ => 5 };
        var skipStore = new Option<bool>("--parse-only") { Description = "Leave the store out" };
        var command = new Command("import", "Parse and store of a pool database") { file, vms, seed, repeats, skipStore };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file), parsed.GetValue(vms), parsed.GetValue(seed), Math.Max(1, parsed.GetValue(repeats)), parsed.GetValue(skipStore), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? file, int vms, int seed, int repeats, bool parseOnly, CancellationToken cancellationToken)
    {
        using var work = new WorkFolder();
        var warmUp = work.Generate(WarmUpVms, seed);
        var path = file?.FullName ?? work.Generate(vms, seed);
        await ParseComparison.RunAsync(warmUp, WarmUps, cancellationToken);
        var parse = await ParseComparison.RunAsync(path, repeats, cancellationToken);
        Report.Line(new { part = "parse", file = new FileInfo(path).Length, parse });
        var figures = parse.Figures(new FileInfo(path).Length);
        var aims = new List<Aim> { new("parse_ratio", figures["parse_ratio"], 3) };
        if (file is null && vms >= FlatnessDivisor)
        {
            var small = work.Generate(vms / FlatnessDivisor, seed);
            var tenth = await ParseComparison.RunAsync(small, repeats, cancellationToken);
            Report.Line(new { part = "parse_of_a_tenth", file = new FileInfo(small).Length, parse = tenth });
            var growth = (parse.Parse.PeakHeapMib - tenth.Parse.PeakHeapMib) * 1048576 / (new FileInfo(path).Length - new FileInfo(small).Length);
            figures["parse_peak_heap_mib_of_a_tenth"] = tenth.Parse.PeakHeapMib;
            figures["parse_heap_growth_per_file_byte"] = Math.Round(growth, 3);
            aims.Add(new("parse_heap_growth_per_file_byte", figures["parse_heap_growth_per_file_byte"], 0.15));
        }

        if (!parseOnly)
        {
            await StoreComparison.RunAsync(warmUp, work, 2, cancellationToken);
            var store = await StoreComparison.RunAsync(path, work, repeats, cancellationToken);
            Report.Line(new { part = "store", store });
            store.AddTo(figures);
            aims.Add(new("store_ratio", figures["store_ratio"], 2));
        }

        Report.Summary("import", figures, aims);
        return 0;
    }
}
