using System.Runtime.CompilerServices;

namespace Relocation.Simulator.Tests;

/// <summary>The real pool databases and recordings beside the checkout, which not every machine has.</summary>
internal static class SharedData
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../shared/data"));

    /// <summary>The path of a file or folder, or a skipped test.</summary>
    public static string Require(string path)
    {
        var full = Path.Combine(Root, path);
        Assert.SkipUnless(File.Exists(full) || Directory.Exists(full), "not present");
        return full;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
