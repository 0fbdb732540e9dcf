using Relocation.Simulator.Database;
using Relocation.Simulator.Operations.Moves;

namespace Relocation.Simulator.Operations.Storage;

/// <summary>Makes disks from disks.</summary>
internal static class DiskCopies
{
    /// <summary>A snapshot or a full twin of a disk.</summary>
    /// <param name="database">Its pool.</param>
    /// <param name="vdi">The disk.</param>
    /// <param name="store">The reference of the store of the new one.</param>
    /// <param name="isSnapshot">Whether it is a snapshot: read only, of that disk.</param>
    /// <param name="now">The instant.</param>
    public static XapiObject Of(PoolDatabase database, XapiObject vdi, string store, bool isSnapshot, DateTimeOffset now)
    {
        var fields = Fields.Copied(vdi);
        fields["is_a_snapshot"] = isSnapshot;
        fields["snapshot_of"] = isSnapshot ? vdi.Ref : Values.XapiValue.Null;
        fields["snapshot_time"] = isSnapshot ? now : Values.XapiDate.Epoch;
        fields["cbt_enabled"] = false;
        return StoreSpace.Create(database, database.Require("SR", store), fields);
    }
}
