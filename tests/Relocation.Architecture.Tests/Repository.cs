namespace Relocation.Architecture.Tests;

/// <summary>The checkout under test: its folders and source files, generated ones left out.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["/bin/", "/obj/", "/Migrations/"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IReadOnlyList<SourceFile> Files(string folder, string extension) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), $"*{extension}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !Generated.Any(("/" + path).Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))];

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Relocation.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Relocation.sln above {start}: the tests must run inside the checkout.");
    }
}
