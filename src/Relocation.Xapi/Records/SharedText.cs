namespace Relocation.Xapi.Records;

/// <summary>
/// Short texts that come up in every second record - keys of maps, operations, device names - as one string each. A fixed table, in
/// which a newer text takes the place of an older one, so that it cannot grow; it speeds reading up and makes what is kept smaller.
/// </summary>
internal static class SharedText
{
    private const int Longest = 24;
    private const int Size = 2048;

    [ThreadStatic]
    private static string[]? table;

    /// <summary>A string equal to the text.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        table ??= new string[Size];
        var hash = text.Length * 31;
        foreach (var letter in text)
        {
            hash = (hash * 31) + letter;
        }

        ref var known = ref table[(hash ^ (hash >> 11)) & (Size - 1)];
        if (known is not null && text.SequenceEqual(known))
        {
            return known;
        }

        return known = text.ToString();
    }
}
