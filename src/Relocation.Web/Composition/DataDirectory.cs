namespace Relocation.Web.Composition;

/// <summary>The folder with the database, the keys and files being imported.</summary>
public sealed class DataDirectory
{
    /// <summary>Makes the folder, for its owner only: it holds the keys that encrypt the pools' passwords.</summary>
    public DataDirectory(string path)
    {
        Root = Path.GetFullPath(path);
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
        }
        else
        {
            Directory.CreateDirectory(Root, OwnerOnly);
        }
    }

    /// <summary>Removes files of imports that a killed process left behind. Only one process uses the folder.</summary>
    public void RemoveTemporaryFiles()
    {
        if (Directory.Exists(Temporary))
        {
            Directory.Delete(Temporary, recursive: true);
        }
    }

    /// <summary>Its absolute path.</summary>
    public string Root { get; }

    /// <summary>The SQLite database.</summary>
    public string Database => Path.Combine(Root, "relocation.db");

    /// <summary>The keys of data protection.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>A path for a file that is removed after use.</summary>
    public string NewTemporaryFile()
    {
        Directory.CreateDirectory(Temporary);
        return Path.Combine(Temporary, Path.GetRandomFileName());
    }

    private string Temporary => Path.Combine(Root, "temporary");
}
