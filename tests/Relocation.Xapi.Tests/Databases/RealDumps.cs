namespace Relocation.Xapi.Tests.Databases;

/// <summary>Real pool databases, beside the checkout on machines that have them.</summary>
internal static class RealDumps
{
    /// <summary>All files, or a skip that says what is missing.</summary>
    public static IReadOnlyList<string> Files(params string[] folders)
    {
        var root = Root();
        var files = root is null
            ? []
            : folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        Assert.SkipWhen(files.Count == 0, "Real pool databases are not present");
        return files;
    }

    /// <summary>One file, or a skip that says that it is missing.</summary>
    public static string File(string name)
    {
        var path = Root() is { } root ? Path.Combine(root, name) : name;
        Assert.SkipUnless(System.IO.File.Exists(path), $"{name} is not present");
        return path;
    }

    private static string? Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
