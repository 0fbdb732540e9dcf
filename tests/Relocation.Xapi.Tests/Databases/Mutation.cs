using System.Text;
using System.Text.RegularExpressions;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>Damages a file in one of the ways that files get damaged, or that somebody with a purpose would choose.</summary>
internal static partial class Mutation
{
    private static readonly string[] Values =
    [
        "", "()", "(", "((", "')", "('a' ('b' 'c'))", "(('k' 'v')", "99999999999999999999999", "-9223372036854775808", "9223372036854775807", "-2", "1e999", "nan", "true", "FALSE",
        "OpaqueRef:NULL", "OpaqueRef:", "Ref:1", "19700101T00:00:00Z", "99999999T99:99:99Z", "%", "%.", "%%%", "('%.'", "\u0085", "&#x10FFFF;", "&lt;", "&#0;", "&amp;&amp;", "\\", "'\\'", "token",
    ];

    public static byte[] Of(byte[] original, Random random) => random.Next(8) switch
    {
        0 => Flip(original, random, 1 + random.Next(4)),
        1 => Delete(original, random),
        2 => Splice(original, random),
        3 => Flip(Splice(original, random), random, 1),
        4 => original[..random.Next(original.Length)],
        _ => Encoding.UTF8.GetBytes(Attribute(Encoding.UTF8.GetString(original), random)),
    };

    private static byte[] Flip(byte[] original, Random random, int count)
    {
        var bytes = (byte[])original.Clone();
        for (; count > 0; count--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Delete(byte[] original, Random random)
    {
        var start = random.Next(original.Length);
        var length = Math.Min(1 + random.Next(60), original.Length - start);
        return [.. original[..start], .. original[(start + length)..]];
    }

    private static byte[] Splice(byte[] original, Random random)
    {
        var from = random.Next(original.Length);
        var length = Math.Min(random.Next(400), original.Length - from);
        var into = random.Next(original.Length);
        return [.. original[..into], .. original[from..(from + length)], .. original[into..]];
    }

    /// <summary>Changes, swaps, renames or removes whole attributes and rows, so that the XML stays well-formed and the content is wrong.</summary>
    private static string Attribute(string text, Random random)
    {
        var attributes = AttributePattern().Matches(text);
        var chosen = attributes[random.Next(attributes.Count)];
        var other = attributes[random.Next(attributes.Count)].Groups["value"].Value;
        var replaced = random.Next(6) switch
        {
            0 => "",
            1 => chosen.Value.Replace(chosen.Groups["name"].Value, attributes[random.Next(attributes.Count)].Groups["name"].Value, StringComparison.Ordinal),
            2 => $" {chosen.Groups["name"].Value}=\"{other}\"",
            3 => $" {chosen.Groups["name"].Value}=\"{chosen.Groups["value"].Value}{Values[random.Next(Values.Length)]}\"",
            _ => $" {chosen.Groups["name"].Value}=\"{Values[random.Next(Values.Length)]}\"",
        };
        return string.Concat(text.AsSpan(0, chosen.Index), replaced, text.AsSpan(chosen.Index + chosen.Length));
    }

    [GeneratedRegex(" (?<name>[A-Za-z_]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex AttributePattern();
}
