namespace Relocation.Xapi.Databases;

/// <summary>
/// How much of a database file is believed. Each limit is many times what the largest supported pool needs and keeps the work and the
/// memory that a hostile file can cause within bounds.
/// </summary>
internal static class ImportLimits
{
    /// <summary>Bytes from one XML node to the next: the longest row with its saved records and certificates stays far below.</summary>
    public const int NodeBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of the whole file, after decompression.</summary>
    public const long FileBytes = 8L * 1024 * 1024 * 1024;

    /// <summary>Rows that are read of all tables together; a pool of 10,000 VMs has about 150,000.</summary>
    public const int Rows = 4_000_000;

    /// <summary>Different column names of all tables together; the data model has about 1,000.</summary>
    public const int ColumnNames = 20_000;

    /// <summary>Depth of the deepest element: database, table, row.</summary>
    public const int Depth = 2;

    /// <summary>Characters of a uuid; 36 is usual, 38 with braces.</summary>
    public const int UuidLength = 200;

    /// <summary>Warnings that are told one by one.</summary>
    public const int Warnings = 200;
}
