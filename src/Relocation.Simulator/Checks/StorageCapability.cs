using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>Whether stores can take part in moving a disk (ocaml/xapi/xapi_vm_migrate.ml, assert_sr_support_operations).</summary>
internal static class StorageCapability
{
    /// <summary>Fails unless the source can be mirrored from and the destination into; a store of the same uuid on both sides needs neither.</summary>
    public static void Assert(PoolDatabase source, XapiObject from, PoolDatabase destination, XapiObject to)
    {
        if (from.Uuid == to.Uuid)
        {
            return;
        }
        AssertHas(source, from, "VDI_MIRROR");
        AssertHas(destination, to, "VDI_MIRROR_IN");
    }

    /// <summary>What the driver of a store can do.</summary>
    public static IReadOnlySet<string> Features(PoolDatabase database, XapiObject sr)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        foreach (var driver in database.All("SM").Where(sm => sm.Text("type") == sr.Text("type")))
        {
            features.UnionWith(driver.Map("features").Entries.Select(entry => entry.Key));
            if (features.Count == 0)
            {
                features.UnionWith(driver.Texts("capabilities"));
            }
        }
        if (features.Contains("VDI_MIRROR"))
        {
            features.Add("VDI_MIRROR_IN");
        }
        return features;
    }

    private static void AssertHas(PoolDatabase database, XapiObject sr, string mirror)
    {
        var features = Features(database, sr);
        var missing = ((string[])["VDI_SNAPSHOT", mirror]).Where(name => !features.Contains(name)).ToArray();
        if (missing.Length > 0)
        {
            throw new XapiException("SR_DOES_NOT_SUPPORT_MIGRATION", sr.Ref, string.Join(';', missing));
        }
    }
}
