using System.Text;

namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>The shell blocks of a document, in order, as one script.</summary>
internal static class WalkThrough
{
    /// <summary>Text of every fenced block marked `sh`.</summary>
    public static string ScriptOf(string markdown)
    {
        var script = new StringBuilder("set -euo pipefail\n");
        var inside = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside && line.Trim() == "```sh";
                continue;
            }

            if (inside)
            {
                script.Append(line).Append('\n');
            }
        }

        return script.ToString();
    }
}
