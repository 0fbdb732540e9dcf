using System.Text;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>A request or response as text: its head's first line, its headers in order, its body.</summary>
internal sealed record HttpText(string FirstLine, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    public static HttpText Parse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return new HttpText("", [], text);
        }
        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(sides => KeyValuePair.Create(sides[0], sides.Length > 1 ? sides[1] : ""));
        return new HttpText(lines[0], [.. headers], text[(end + 4)..]);
    }

    public string? Header(string name) => Headers.FirstOrDefault(item => item.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The bytes, with the length that the body has now.</summary>
    public byte[] Bytes()
    {
        var text = new StringBuilder(FirstLine).Append("\r\n");
        foreach (var (name, value) in Headers)
        {
            var shown = name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? $"{Encoding.UTF8.GetByteCount(Body)}" : value;
            text.Append(name).Append(": ").Append(shown).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.Append("\r\n").Append(Body).ToString());
    }
}
