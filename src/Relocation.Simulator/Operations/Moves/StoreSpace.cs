using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>Makes and destroys disks, keeping account of their store's space.</summary>
internal static class StoreSpace
{
    private static readonly string[] Thick = ["lvm", "lvmoiscsi", "lvmohba"];

    /// <summary>Whether a store takes a disk's whole size at once.</summary>
    public static bool IsThick(XapiObject sr) => Thick.Contains(sr.Text("type"));

    /// <summary>Fails unless a disk of a size fits: what a store promised counts where it takes whole sizes, what is written elsewhere.</summary>
    public static void AssertRoom(XapiObject sr, long size)
    {
        if (sr.Number("physical_size") > 0 && size > sr.Number("physical_size") - sr.Number("physical_utilisation"))
        {
            throw SendChecks.NoRoom();
        }
    }

    /// <summary>Counts bytes written to, or with a negative number freed from, a store.</summary>
    public static void Use(PoolDatabase database, XapiObject sr, long bytes) =>
        database.Set(sr, "physical_utilisation", Math.Max(0, sr.Number("physical_utilisation") + bytes));

    /// <summary>Makes a disk.</summary>
    public static XapiObject Create(PoolDatabase database, XapiObject sr, Dictionary<string, Values.XapiValue> fields)
    {
        var uuid = database.Identifiers.Uuid();
        fields["uuid"] = uuid;
        fields["location"] = uuid;
        fields["SR"] = sr.Ref;
        fields["managed"] = true;
        var vdi = database.Create("VDI", fields);
        database.Set(sr, "virtual_allocation", sr.Number("virtual_allocation") + vdi.Number("virtual_size"));
        Use(database, sr, Taken(sr, vdi));
        return vdi;
    }

    /// <summary>Destroys a disk and frees its space; one that is gone stays so.</summary>
    public static void Destroy(PoolDatabase database, XapiObject vdi)
    {
        if (vdi.IsGone)
        {
            return;
        }
        if (database.Find("SR", vdi.Text("SR")) is { } sr)
        {
            database.Set(sr, "virtual_allocation", Math.Max(0, sr.Number("virtual_allocation") - vdi.Number("virtual_size")));
            Use(database, sr, -Taken(sr, vdi));
        }
        database.Destroy(vdi);
    }

    private static long Taken(XapiObject sr, XapiObject vdi) => IsThick(sr) ? vdi.Number("virtual_size") : vdi.Number("physical_utilisation");
}
