using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Takes secrets out of a map's text before the row is spooled, so that not even the temporary file holds them.</summary>
internal static class SecretScrub
{
    /// <summary>The text itself, or the map without its secret keys. A text that is no map is left for its reader to judge.</summary>
    public static string Of(string text)
    {
        if (!text.StartsWith("((", StringComparison.Ordinal) || !SecretKeys.MayContain(text))
        {
            return text;
        }

        var items = new List<RecordItem>();
        return SExpression.TryRead(text, items) ? SExpression.Write(items.Where(item => !SecretKeys.Contains(item.Key))) : text;
    }
}
