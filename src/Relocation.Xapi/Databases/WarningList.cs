namespace Relocation.Xapi.Databases;

/// <summary>Warnings up to a number that people can read; the rest is counted.</summary>
internal sealed class WarningList
{
    private readonly List<string> texts = [];
    private int omitted;

    /// <summary>Adds a warning that names its place.</summary>
    public void Add(string text)
    {
        if (texts.Count < ImportLimits.Warnings)
        {
            texts.Add(text);
        }
        else
        {
            omitted++;
        }
    }

    /// <summary>The warnings; where some were left out, the last line says how many.</summary>
    public IReadOnlyList<string> ToList() => omitted == 0 ? texts : [.. texts, $"and {omitted} more of such kinds."];
}
