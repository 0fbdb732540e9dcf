namespace Relocation.Web.Composition;

/// <summary>Which database holds inventory, plans and journal.</summary>
public sealed class DatabaseOptions
{
    /// <summary>`Sqlite` or `PostgreSql`.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string; for SQLite empty means `relocation.db` in the data directory.</summary>
    public string ConnectionString { get; set; } = "";
}
