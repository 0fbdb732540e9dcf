using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>A file after its one pass: every row checked for shape, those of the read classes spooled and indexed.</summary>
internal sealed class ScannedDatabase(string source) : IDisposable
{
    private readonly (long Start, long End)[] extents = new (long, long)[XapiClasses.All.Count];

    /// <summary>The rows of the read classes.</summary>
    public SpooledRows Rows { get; } = new(source);

    /// <summary>From references and uuids to rows.</summary>
    public ReferenceIndex Index { get; } = new();

    /// <summary>What small tables say about other classes.</summary>
    public RecordFacts Facts { get; } = new();

    /// <summary>Rows to look at again when all are there.</summary>
    public RowDoubts Doubts { get; } = new();

    /// <summary>What was strange.</summary>
    public WarningList Warnings { get; } = new();

    /// <summary>The manifest's schema_major_vsn.</summary>
    public int? SchemaMajor { get; set; }

    /// <summary>The manifest's schema_minor_vsn.</summary>
    public int? SchemaMinor { get; set; }

    /// <summary>Rows that become inventory objects.</summary>
    public int ObjectCount { get; set; }

    /// <summary>Notes that a row of the class lies from one offset to another; rows of a class lie one after another.</summary>
    public void Extend(XapiClass type, long start, long end) =>
        extents[type.Number] = (extents[type.Number].End == 0 ? start : extents[type.Number].Start, end);

    /// <summary>The rows of a class, as read.</summary>
    public IEnumerable<XapiRecord> RowsOf(XapiClass type) => Rows.ReadAll(extents[type.Number].Start, extents[type.Number].End);

    /// <inheritdoc />
    public void Dispose()
    {
        Rows.Dispose();
        Doubts.Dispose();
    }
}
