using Relocation.Core.Inventory;
using Relocation.Data.Documents;

namespace Relocation.Data.Inventory;

/// <summary>Rows of captures and changes as records.</summary>
internal static class CaptureRecords
{
    public static Capture ToRecord(CaptureRow row, PoolId pool) => new()
    {
        Id = new CaptureId(row.Id),
        Pool = pool,
        PoolName = row.PoolName,
        Revision = row.Revision,
        At = row.At,
        Source = row.Source,
        SourceName = row.SourceName,
        ProductVersion = row.ProductVersion,
        SchemaVersion = row.SchemaVersion,
        ObjectCount = row.ObjectCount,
        First = row.First,
        Added = row.Added,
        Changed = row.Changed,
        Gone = row.Gone,
        Warnings = RecordJson.Read<List<string>>(row.Warnings),
    };

    public static ObjectChange ToRecord(ChangeRow row) =>
        new(row.Kind, new ObjectKey(row.Class, row.Uuid), row.Name, RecordJson.Read<List<FieldChange>>(row.Fields));
}
