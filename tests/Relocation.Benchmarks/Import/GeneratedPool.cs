using System.Text;

namespace Relocation.Benchmarks.Import;

/// <summary>Writes a pool database of a given number of VMs in the shape of schema 5.909, row by row, so that any size can be made.
/// Each VM has two disks, two VBDs, a VIF, a console, metrics and guest metrics; every tenth disk has a snapshot.</summary>
internal static class GeneratedPool
{
    private const int VmsPerHost = 100;
    private const int Srs = 12;
    private const int Networks = 40;
    private const int Nics = 4;

    public static void Write(string path, int vms, int seed)
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        text.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<database><manifest><pair key=\"schema_major_vsn\" value=\"5\"/><pair key=\"schema_minor_vsn\" value=\"909\"/><pair key=\"generation_count\" value=\"72945\"/></manifest>");
        var hosts = Math.Clamp(vms / VmsPerHost, 1, 64);
        var rows = new GeneratedRows(seed, hosts, Srs, Networks, Nics);
        Table(text, "Bond", 0, _ => "");
        Table(text, "PBD", hosts * Srs, rows.Pbd);
        Table(text, "PIF", hosts * Nics, rows.Pif);
        Table(text, "PIF_metrics", hosts * Nics, rows.PifMetrics);
        Table(text, "SM", 1, rows.Sm);
        Table(text, "SR", Srs, rows.Sr);
        Table(text, "VBD", vms * 2, rows.Vbd);
        Table(text, "VDI", (vms * 2) + (vms / 5), rows.Vdi(vms * 2));
        Table(text, "VIF", vms, rows.Vif);
        Table(text, "VM", vms, rows.Vm);
        Table(text, "VM_guest_metrics", vms, rows.VmGuestMetrics);
        Table(text, "VM_metrics", vms, rows.VmMetrics);
        Table(text, "console", vms, rows.Console);
        Table(text, "host", hosts, rows.Host);
        Table(text, "host_metrics", hosts, rows.HostMetrics);
        Table(text, "network", Networks, rows.Network);
        Table(text, "pool", 1, rows.Pool);
        text.Write("</database>");
    }

    private static void Table(TextWriter text, string name, int count, Func<int, string> row)
    {
        text.Write($"<table name=\"{name}\">");
        for (var index = 0; index < count; index++)
        {
            text.Write(row(index));
        }

        text.Write("</table>");
    }
}
