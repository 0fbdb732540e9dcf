namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>Where the programs under test lie: the checkout and the configuration these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Real data beside the checkout, or null.</summary>
    public static string? SharedData
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
            return Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>The configuration these tests were built in, which is that of the programs too.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The built assembly of a program under `src`.</summary>
    public static string Program(string project)
    {
        var path = Path.Combine(Root, "src", project, "bin", Configuration, "net10.0", project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: build the solution first.", path);
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Relocation.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("Relocation.sln was not found above the test's folder.");
        }

        return directory.FullName;
    }
}
