using System.Globalization;
using Relocation.Benchmarks.Output;

namespace Relocation.Benchmarks.Import;

/// <summary>Holds generated files and databases while a measurement runs.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relocation-benchmark-");
    private int databases;

    public string Generate(int vms, int seed)
    {
        var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"pool-{vms}-{seed}.xml"));
        if (!File.Exists(path))
        {
            Report.Progress(string.Create(CultureInfo.InvariantCulture, $"Writing a database of {vms} VMs"));
            GeneratedPool.Write(path, vms, seed);
        }

        return path;
    }

    public string NewDatabase() => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"store-{databases++}.db"));

    public void Dispose() => folder.Delete(recursive: true);
}
