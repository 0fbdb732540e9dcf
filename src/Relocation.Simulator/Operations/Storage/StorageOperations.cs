using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Storage;

/// <summary>The calls of stores and their connections to hosts (ocaml/xapi/xapi_sr.ml, xapi_pbd.ml).</summary>
internal static class StorageOperations
{
    // A made-up store is as large as a laboratory's: one tebibyte.
    private const long FreshSize = 1L << 40;

    public static void Register(OperationRegistry registry)
    {
        registry.Add("SR.create", Create);
        registry.Add("SR.introduce", Introduce);
        registry.Add("SR.probe", Probe);
        registry.Add("SR.probe_ext", (Action<XapiCall>)(_ => throw new XapiException("SR_OPERATION_NOT_SUPPORTED")));
        registry.Add("SR.scan", call => { _ = call.Row("sr"); });
        registry.Add("SR.update", call => { _ = call.Row("sr"); });
        registry.Add("SR.forget", call => Forget(call, withDisks: false));
        registry.Add("SR.destroy", call => Forget(call, withDisks: true));
        registry.Add("SR.get_supported_types", call => XapiSet.OfTexts(call.Database.All("SM").Select(sm => sm.Text("type"))));
        registry.Add("SR.assert_can_host_ha_statefile", call => { _ = call.Row("sr"); });
        registry.Add("PBD.plug", call => call.Database.Set(call.Row("self"), "currently_attached", true));
        registry.Add("PBD.unplug", Unplug);
    }

    private static XapiValue Create(XapiCall call)
    {
        AssertDriver(call);
        AssertDevice(call);
        var database = call.Database;
        return database.Atomically(() =>
        {
            var size = call.Number("physical_size");
            var sr = database.Create("SR", VmRecords.Of(
                ("name_label", call.Text("name_label")), ("name_description", call.Text("name_description")), ("type", call.Text("type")),
                ("content_type", call.Text("content_type")), ("shared", call.Bool("shared")), ("sm_config", call.Map("sm_config")), ("physical_size", size > 0 ? size : FreshSize)));
            var hosts = call.Bool("shared") ? database.All("host") : [call.Row("host")];
            foreach (var host in hosts)
            {
                database.Create("PBD", VmRecords.Of(("host", host.Ref), ("SR", sr.Ref), ("device_config", call.Map("device_config")), ("currently_attached", true)));
            }
            return (XapiValue)sr.Ref;
        });
    }

    private static XapiValue Introduce(XapiCall call)
    {
        AssertDriver(call);
        if (call.Database.FindByUuid("SR", call.Text("uuid")) is not null)
        {
            throw new XapiException("SR_UUID_EXISTS", call.Text("uuid"));
        }
        return call.Database.Create("SR", VmRecords.Of(
            ("uuid", call.Text("uuid")), ("name_label", call.Text("name_label")), ("name_description", call.Text("name_description")), ("type", call.Text("type")),
            ("content_type", call.Text("content_type")), ("shared", call.Bool("shared")), ("sm_config", call.Map("sm_config")), ("physical_size", FreshSize))).Ref;
    }

    private static XapiValue Probe(XapiCall call)
    {
        AssertDriver(call);
        AssertDevice(call);
        var known = call.Database.All("SR").Where(sr => sr.Text("type") == call.Text("type") && IsThere(call, sr));
        return $"<?xml version=\"1.0\" ?>\n<SRlist>\n{string.Concat(known.Select(sr => $"\t<SR>\n\t\t<UUID>\n\t\t\t{sr.Uuid}\n\t\t</UUID>\n\t</SR>\n"))}</SRlist>\n";
    }

    private static bool IsThere(XapiCall call, XapiObject sr)
    {
        var wanted = call.Map("device_config").Texts;
        return VmParts.Rows(call.Database, "PBD", sr.Texts("PBDs")).Any(pbd =>
            wanted.Count > 0 && wanted.All(entry => pbd.Map("device_config").FindText(entry.Key) == entry.Value));
    }

    private static void AssertDriver(XapiCall call)
    {
        if (!call.Database.All("SM").Any(sm => sm.Text("type") == call.Text("type")))
        {
            throw new XapiException("SR_UNKNOWN_DRIVER", call.Text("type"));
        }
    }

    private static void AssertDevice(XapiCall call)
    {
        if (call.Text("type") != "nfs")
        {
            return;
        }
        if (call.Map("device_config").FindText("server") is not { Length: > 0 } server)
        {
            throw new XapiException("SR_BACKEND_FAILURE_88", "", "ConfigServerPathMissing: The server is missing or invalid", "");
        }
        if (server == "badserver")
        {
            throw new XapiException("SR_BACKEND_FAILURE_73", "", "NFS mount error [opterr=mount failed with return code 32]", "");
        }
    }

    private static void Forget(XapiCall call, bool withDisks)
    {
        var sr = call.Row("sr");
        var pbds = VmParts.Rows(call.Database, "PBD", sr.Texts("PBDs")).ToList();
        if (pbds.FirstOrDefault(pbd => pbd.Bool("currently_attached")) is not null)
        {
            throw new XapiException("SR_HAS_PBD", sr.Ref);
        }
        if (withDisks && sr.Texts("VDIs").Count > 0)
        {
            throw new XapiException("SR_NOT_EMPTY");
        }
        call.Database.Atomically(() =>
        {
            foreach (var row in VmParts.Rows(call.Database, "VDI", sr.Texts("VDIs")).Concat(pbds).Append(sr).ToList())
            {
                call.Database.Destroy(row);
            }
        });
    }

    private static void Unplug(XapiCall call)
    {
        var pbd = call.Row("self");
        var sr = call.Database.Find("SR", pbd.Text("SR"));
        var busy = sr is null ? null : VmParts.Rows(call.Database, "VDI", sr.Texts("VDIs"))
            .SelectMany(vdi => VmParts.Rows(call.Database, "VBD", vdi.Texts("VBDs")).Where(vbd => vbd.Bool("currently_attached")).Select(vbd => (vdi, vbd)))
            .Where(item => call.Database.Find("VM", item.vbd.Text("VM"))?.Text("resident_on") == pbd.Text("host")).Select(item => item.vdi).FirstOrDefault();
        if (busy is not null)
        {
            throw new XapiException("VDI_IN_USE", busy.Ref, "unplug");
        }
        call.Database.Set(pbd, "currently_attached", false);
    }
}
