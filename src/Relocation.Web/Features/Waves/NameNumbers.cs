namespace Relocation.Web.Features.Waves;

/// <summary>First names for new things, to be changed by a person.</summary>
internal static class NameNumbers
{
    /// <summary>The name with the lowest number, from 1, that nothing has yet.</summary>
    public static string Free(Func<int, string> name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, names.Count + 1).Select(name).First(candidate => !names.Contains(candidate));
    }
}
