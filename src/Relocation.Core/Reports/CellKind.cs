namespace Relocation.Core.Reports;

/// <summary>What a cell of a report holds, so that it can be shown in the reader's language and locale.</summary>
public enum CellKind
{
    /// <summary>Nothing is known.</summary>
    Empty,

    /// <summary>A text as it is: a name, a uuid, an error code.</summary>
    Text,

    /// <summary>A key of a localised text.</summary>
    Key,

    /// <summary>A key of a localised state, shown with icon and colour.</summary>
    State,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A fraction, 0.1 for ten per cent.</summary>
    Percent,

    /// <summary>An instant in UTC.</summary>
    Instant,
}
