using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>A row on its way from the parser to the spool.</summary>
/// <param name="Record">The row.</param>
/// <param name="Columns">Its columns by position of the class's fields.</param>
/// <param name="Characters">Length of its values together.</param>
internal readonly record struct TakenRow(DatabaseRecord Record, string?[] Columns, int Characters);
