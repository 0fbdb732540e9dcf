using System.Text.RegularExpressions;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>One exchange with the real server, byte for byte.</summary>
internal sealed partial record RecordedExchange(string Name, byte[] RawRequest, HttpText Response)
{
    public HttpText Request { get; } = HttpText.Parse(RawRequest);

    /// <summary>The method called, or empty.</summary>
    public string Method => MethodName().Match(Request.Body) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : "";

    /// <summary>The place in the recording: the ids of the JSON requests count up, the XML ones were made by the same script.</summary>
    public int Order { get; init; }

    /// <summary>A folder's exchanges in the order they were made.</summary>
    public static IReadOnlyList<RecordedExchange> Folder(string folder)
    {
        var path = SharedData.Require(Path.Combine("wire/xapi-26", folder));
        return [.. Directory.EnumerateFiles(path, "*.req").Select(file => Read(file, folder)).OrderBy(item => item.Order).ThenBy(item => item.Name, StringComparer.Ordinal)];
    }

    private static RecordedExchange Read(string file, string folder)
    {
        var twin = Path.Combine(Path.GetDirectoryName(file)!, "../json", Path.GetFileName(file));
        var id = folder is "xml" or "json" && File.Exists(twin) ? JsonId().Match(File.ReadAllText(twin)) : null;
        return new RecordedExchange(
            $"{folder}/{Path.GetFileNameWithoutExtension(file)}",
            File.ReadAllBytes(file),
            HttpText.Parse(File.ReadAllBytes(Path.ChangeExtension(file, ".resp"))))
        {
            Order = id is { Success: true } ? int.Parse(id.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0,
        };
    }

    [GeneratedRegex("\"id\": (\\d+)\\}$")]
    private static partial Regex JsonId();

    [GeneratedRegex("<methodName>([^<]*)</methodName>|\"method\": \"([^\"]*)\"")]
    private static partial Regex MethodName();
}
