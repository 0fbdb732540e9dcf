using System.Text.Json;

namespace Relocation.Benchmarks.Output;

/// <summary>Writes results as JSON lines on standard output, the summary last.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Line(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Options));

    public static void Progress(string text) => Console.Error.WriteLine(text);

    /// <summary>The last line; the exit code is 0 whether or not the aims are met, since a figure is a finding and not a failure.</summary>
    public static void Summary(string verb, IReadOnlyDictionary<string, double> figures, IReadOnlyList<Aim> aims) => Line(new
    {
        verb,
        machine = MachineFacts.Read(),
        figures,
        aims = aims.Select(aim => new { aim.Name, aim.Value, aim = aim.Text, aim.Met }),
    });
}
