namespace Relocation.Xapi.Records;

/// <summary>Where a record was read, for messages.</summary>
/// <param name="Source">File name or pool address.</param>
/// <param name="Line">Line in the file from 1; 0 for a live pool.</param>
/// <param name="Column">Column from 1; 0 for a live pool.</param>
public readonly record struct RecordPlace(string Source, int Line, int Column)
{
    /// <summary>`file, line 3, column 7`, or the source alone.</summary>
    public override string ToString() => Line > 0 ? $"{Source}, line {Line}, column {Column}" : Source;
}
