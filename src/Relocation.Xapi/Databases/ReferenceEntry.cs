using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>What the index knows of one row, in 64 bytes whatever the row's size.</summary>
internal struct ReferenceEntry
{
    public RecordKey Reference;
    public RecordKey Uuid;
    public long Offset;
    public int NextByReference;
    public int NextByUuid;

    /// <summary>Position of a uuid that is not in the canonical form among the texts kept; -1 for the usual.</summary>
    public int UuidText;

    public byte Class;
}
