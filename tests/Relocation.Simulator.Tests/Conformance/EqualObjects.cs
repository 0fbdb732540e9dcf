using Relocation.Simulator.Database;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>Finds the simulator's object for each recorded one of an equal pool, by what names it in the real world.</summary>
internal static class EqualObjects
{
    /// <summary>Learns references and uuids from a folder's get_all_records answers.</summary>
    public static void Learn(ReferenceMap map, IReadOnlyList<RecordedExchange> exchanges, PoolDatabase database)
    {
        LearnClass("host", "all_host", row => row("name_label"));
        LearnClass("SR", "all_SR", row => row("name_label"));
        LearnClass("network", "all_network", row => row("name_label"));
        LearnClass("VM", "VM_get_all_records_where_true", row => row("name_label"));
        LearnClass("VDI", "all_VDI", row => row("is_a_snapshot") is "1" or "true" ? "" : row("name_label"));
        LearnClass("PIF", "all_PIF", row => $"{row("device")} {row("VLAN")} {row("host")}");
        LearnClass("PBD", "all_PBD", row => $"{row("SR")} {row("host")}");
        LearnClass("VIF", "all_VIF", row => $"{row("VM")} {row("device")}");

        void LearnClass(string @class, string name, Func<Func<string, string>, string> key)
        {
            var exchange = exchanges.FirstOrDefault(item => item.Name.EndsWith($"/{name}", StringComparison.Ordinal));
            if (exchange is null)
            {
                return;
            }
            var rows = database.All(@class).GroupBy(row => key(field => ColumnText.Write(row[field]))).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            var value = exchange.Name.StartsWith("json/", StringComparison.Ordinal) ? WireValue.OfJson(exchange.Response.Body).Find("result")! : WireValue.OfXml(exchange.Response.Body).Find("Value")!;
            foreach (var (reference, record) in value.Members)
            {
                var recordKey = key(field => map.Translate(record.Find(field)!.Text));
                if (recordKey.Length > 0 && rows.TryGetValue(recordKey, out var row))
                {
                    map.Add(reference, row.Ref);
                    map.Add(record.Find("uuid")!.Text, row.Uuid);
                }
            }
        }
    }
}
