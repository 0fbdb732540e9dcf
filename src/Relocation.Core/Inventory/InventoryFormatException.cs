namespace Relocation.Core.Inventory;

/// <summary>A pool database cannot be read; the message names place and remedy.</summary>
/// <param name="code">Stable code such as `not-xml`, `dtd`, `truncated`, `duplicate-uuid`.</param>
/// <param name="source">File or address.</param>
/// <param name="line">Line in the file from 1, or 0 when unknown.</param>
/// <param name="column">Column from 1, or 0 when unknown.</param>
/// <param name="message">What is wrong, in plain words, with the remedy.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class InventoryFormatException(string code, string source, int line, int column, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Stable code of the reason.</summary>
    public string Code { get; } = code;

    /// <summary>File or address read.</summary>
    public string SourceName { get; } = source;

    /// <summary>Line from 1, or 0.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1, or 0.</summary>
    public int Column { get; } = column;
}
