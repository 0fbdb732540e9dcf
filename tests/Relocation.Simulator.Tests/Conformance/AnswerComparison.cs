namespace Relocation.Simulator.Tests.Conformance;

/// <summary>
/// Compares an answer of the simulator with the recorded one: status line, headers, envelope, error code and parameters, single
/// values exactly; records by their fields in order and the kinds of their values. Learns references on the way.
/// </summary>
internal sealed class AnswerComparison(ReferenceMap map)
{
    private readonly List<string> differences = [];
    private bool counts;

    /// <param name="recorded">The recorded answer.</param>
    /// <param name="actual">The simulator's.</param>
    /// <param name="isCounter">Whether the value is a count that depends on how much happened before: only its kind is compared.</param>
    public IReadOnlyList<string> Compare(HttpText recorded, HttpText actual, bool isCounter = false)
    {
        differences.Clear();
        counts = isCounter;
        Same("status line", recorded.FirstLine, actual.FirstLine);
        Same("headers", Shown(recorded), Shown(actual));
        switch (recorded.Header("content-type"))
        {
            case "text/xml" when actual.Header("content-type") == "text/xml":
                CompareRoot(WireValue.OfXml(recorded.Body), WireValue.OfXml(actual.Body));
                break;
            case "application/json" when actual.Header("content-type") == "application/json":
                CompareRoot(WireValue.OfJson(recorded.Body), WireValue.OfJson(actual.Body));
                break;
            case "text/html":
                Same("body", recorded.Body, actual.Body);
                break;
            default:
                break;
        }
        return [.. differences];
    }

    private static string Shown(HttpText text) =>
        string.Join("; ", text.Headers.Select(item => item.Key.ToLowerInvariant() is "content-length" or "task-id" ? item.Key : $"{item.Key}: {item.Value}"));

    private void CompareRoot(WireValue recorded, WireValue actual)
    {
        if (!recorded.IsStruct || recorded.Members.Count == 0)
        {
            CompareValue("", recorded, actual);
            return;
        }
        Same("envelope", Names(recorded), Names(actual));
        Same("failure", recorded.Find("ErrorDescription") is { } ? "a failure" : "", actual.Find("ErrorDescription") is { } fault ? recorded.Find("ErrorDescription") is null ? Flat(fault) : "a failure" : "");
        foreach (var (name, value) in recorded.Members)
        {
            if (actual.Find(name) is not { } other)
            {
                continue;
            }
            if (name is "ErrorDescription" or "error" or "Status" or "id" or "jsonrpc")
            {
                Same(name, map.Translate(Flat(value)), Flat(other));
            }
            else
            {
                CompareResult(value, other);
            }
        }
    }

    private void CompareResult(WireValue recorded, WireValue actual)
    {
        if (recorded.Kind == "ref" && actual.Kind == "ref")
        {
            map.Add(recorded.Text, actual.Text);
            Same("reference", map.Translate(recorded.Text), actual.Text);
            return;
        }
        if (!recorded.IsStruct && !recorded.IsArray && !recorded.Kind.StartsWith("date", StringComparison.Ordinal))
        {
            Same("kind", recorded.Kind, actual.Kind);
            Same("value", counts ? actual.Text : map.Translate(recorded.Text), actual.Text);
            return;
        }
        if (recorded.IsArray && actual.IsArray && (recorded.Members.Count == 0) != (actual.Members.Count == 0))
        {
            differences.Add($"{recorded.Members.Count} items recorded, {actual.Members.Count} now");
        }
        if (recorded.IsArray && recorded.Members is [{ Value: { Kind: "ref" } only }] && actual.Members is [{ Value: { Kind: "ref" } found }])
        {
            map.Add(only.Text, found.Text);
        }
        CompareValue("", recorded, actual);
        if (recorded.Find("token") is { } token && actual.Find("token") is { } newToken)
        {
            map.Add(token.Text, newToken.Text);
        }
    }

    private void CompareValue(string path, WireValue recorded, WireValue actual)
    {
        if (recorded.Kind != actual.Kind)
        {
            differences.Add($"{path}: {recorded.Kind} recorded, {actual.Kind} now");
        }
        else if (recorded.IsArray)
        {
            CompareItems(path, recorded, actual);
        }
        else if (recorded.IsStruct)
        {
            CompareStruct(path, recorded, actual);
        }
    }

    private void CompareItems(string path, WireValue recorded, WireValue actual)
    {
        if (recorded.Members.Count > 0 && actual.Members.Count > 0)
        {
            CompareValue($"{path}[]", recorded.Members[0].Value, actual.Members[0].Value);
        }
    }

    private void CompareStruct(string path, WireValue recorded, WireValue actual)
    {
        if (IsRecord(recorded) || IsRecord(actual))
        {
            Same($"{path} fields", Names(recorded), Names(actual));
            foreach (var (name, value) in recorded.Members)
            {
                if (actual.Find(name) is { } other)
                {
                    CompareValue($"{path}.{name}", value, other);
                    Learn(name, value, other);
                }
            }
            CompareEnd(path, recorded, actual);
            return;
        }
        if (path.Length == 0 && (recorded.Members.Count == 0) != (actual.Members.Count == 0))
        {
            differences.Add($"{recorded.Members.Count} entries recorded, {actual.Members.Count} now");
        }
        CompareItems($"{path}{{}}", recorded, actual);
    }

    /// <summary>A session that a destination hands out is used in the calls that follow.</summary>
    private void Learn(string name, WireValue recorded, WireValue actual)
    {
        if (name == "session_id")
        {
            map.Add(recorded.Text, actual.Text);
        }
    }

    /// <summary>What a task ended as is told exactly.</summary>
    private void CompareEnd(string path, WireValue recorded, WireValue actual)
    {
        if (path.Length == 0 && recorded.Find("status") is { Text: "success" or "failure" or "cancelled" } status && recorded.Find("error_info") is { } error)
        {
            Same("status", status.Text, actual.Find("status")?.Text ?? "");
            Same("error_info", map.Translate(Flat(error)), Flat(actual.Find("error_info") ?? error));
        }
    }

    private static bool IsRecord(WireValue value) =>
        value.Members.Any(item => item.Key is "uuid" or "events" or "operation" or "session_id" or "vdi_nbd_server_info");

    private static string Names(WireValue value) => string.Join(',', value.Members.Select(item => item.Key));

    private static string Flat(WireValue value) =>
        value.Members.Count == 0 ? value.Text : $"[{string.Join(", ", value.Members.Select(item => $"{item.Key}{(item.Key.Length > 0 ? ":" : "")}{Flat(item.Value)}"))}]";

    private void Same(string what, string recorded, string actual)
    {
        if (recorded != actual)
        {
            differences.Add($"{what}: '{recorded}' recorded, '{actual}' now");
        }
    }
}
