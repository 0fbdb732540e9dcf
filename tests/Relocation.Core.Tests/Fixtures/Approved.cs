using System.Runtime.CompilerServices;

namespace Relocation.Core.Tests.Fixtures;

/// <summary>Compares a text to one that was approved and committed. On a difference the received text lies beside it, to be read and, if right, moved over it.</summary>
internal static class Approved
{
    public static void Matches(string name, string received, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(caller))!, "Approved", name);
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved != received)
        {
            File.WriteAllText(path + ".received", received);
        }

        Assert.Equal(approved, received);
    }
}
