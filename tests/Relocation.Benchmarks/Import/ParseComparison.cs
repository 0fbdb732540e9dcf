using System.Globalization;
using System.Xml;
using Relocation.Benchmarks.Output;
using Relocation.Xapi.Databases;

namespace Relocation.Benchmarks.Import;

/// <summary>Reading a file to inventory objects beside a bare XmlReader pass over it.</summary>
internal sealed record ParseComparison(Measured Bare, Measured Parse, int Objects)
{
    /// <summary>Alternates the two, so that a busy machine disturbs both alike; the pair with the median ratio counts.</summary>
    public static async Task<ParseComparison> RunAsync(string path, int repeats, CancellationToken cancellationToken)
    {
        var pairs = new List<ParseComparison>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var objects = 0;
            var bare = await Measured.OfAsync(() => Task.Run(() => ReadBare(path), cancellationToken));
            var parse = await Measured.OfAsync(async () => objects = await ReadObjectsAsync(path, cancellationToken));
            pairs.Add(new ParseComparison(bare, parse, objects));
            Report.Progress(string.Create(CultureInfo.InvariantCulture, $"bare {bare.Seconds} s (CPU {bare.CpuSeconds}), parse {parse.Seconds} s (CPU {parse.CpuSeconds})"));
        }

        return pairs.OrderBy(pair => pair.Parse.Seconds / pair.Bare.Seconds).ElementAt((repeats - 1) / 2);
    }

    public Dictionary<string, double> Figures(long fileBytes) => new()
    {
        ["file_mib"] = Math.Round(fileBytes / 1048576.0, 1),
        ["objects"] = Objects,
        ["bare_read_s"] = Bare.Seconds,
        ["bare_read_cpu_s"] = Bare.CpuSeconds,
        ["bare_read_peak_heap_mib"] = Bare.PeakHeapMib,
        ["parse_s"] = Parse.Seconds,
        ["parse_cpu_s"] = Parse.CpuSeconds,
        ["parse_peak_heap_mib"] = Parse.PeakHeapMib,
        ["parse_peak_working_set_mib"] = Parse.PeakWorkingSetMib,
        ["parse_ratio"] = Math.Round(Parse.Seconds / Bare.Seconds, 2),
        ["parse_cpu_ratio"] = Math.Round(Parse.CpuSeconds / Bare.CpuSeconds, 2),
    };

    private static void ReadBare(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
        }
    }

    private static async Task<int> ReadObjectsAsync(string path, CancellationToken cancellationToken)
    {
        await using var reader = new DatabaseFileReader(path);
        var count = 0;
        await foreach (var _ in reader.ReadObjectsAsync(cancellationToken))
        {
            count++;
        }

        return count;
    }
}
