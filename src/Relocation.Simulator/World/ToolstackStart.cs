using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.World;

/// <summary>
/// What a toolstack registers when it starts: its storage drivers (ocaml/xapi/storage_access.ml, on_xapi_start) and what its licence allows. It is of
/// consequence only for a database that a much older one wrote, whose drivers tell no features: those of today's drivers take their place, and the
/// restrictions of an edition that is no more are lifted. A database that tells features is taken at its word.
/// </summary>
internal static class ToolstackStart
{
    private static readonly string[] Mirroring = ["nfs", "ext", "lvm", "lvmoiscsi", "lvmohba", "smb", "file"];
    private static readonly string[] Lifted = ["restrict_storage_xen_motion", "restrict_xen_motion"];

    /// <summary>Registers drivers and licence.</summary>
    public static void Register(PoolDatabase database)
    {
        var drivers = database.All("SM");
        if (drivers.Count == 0 || drivers.Any(driver => driver.Map("features").Entries.Count > 0))
        {
            return;
        }
        database.Atomically(() =>
        {
            foreach (var driver in drivers)
            {
                var features = driver.Texts("capabilities").Concat(Mirroring.Contains(driver.Text("type")) ? ["VDI_SNAPSHOT", "VDI_MIRROR"] : []);
                database.Set(driver, "features", new XapiMap(features.Distinct().Select(feature => KeyValuePair.Create(feature, (XapiValue)1L))));
            }
            var pool = database.Pool;
            foreach (var restriction in Lifted.Where(key => pool.Map("restrictions").FindText(key) == "true"))
            {
                database.SetKey(pool, "restrictions", restriction, "false");
            }
        });
    }
}
