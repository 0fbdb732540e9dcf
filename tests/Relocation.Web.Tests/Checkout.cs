namespace Relocation.Web.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Relocation.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Relocation.sln above {start}.");
    }
}
