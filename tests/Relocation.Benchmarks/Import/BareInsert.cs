using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Relocation.Benchmarks.Import;

/// <summary>The least that storing these rows can cost: one prepared statement, bound and executed, in one transaction. Reading the rows that
/// the store wrote is not counted; they are held a portion at a time.</summary>
internal static class BareInsert
{
    private const int Portion = 2000;
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;";
    private const string Insert =
        """INSERT INTO "Objects" ("Pool", "Class", "Uuid", "Name", "Hash", "Document") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)""";

    /// <summary>Seconds for all rows and the commit.</summary>
    public static double Run(string from, string into)
    {
        using var target = new SqliteConnection($"Data Source={into}");
        target.Open();
        Execute(target, Settings);
        Execute(target, $"ATTACH DATABASE '{from}' AS stored; INSERT INTO \"Pools\" SELECT * FROM stored.\"Pools\"; DETACH DATABASE stored;");
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly");
        source.Open();
        var clock = Stopwatch.StartNew();
        using var transaction = target.BeginTransaction();
        using var insert = Prepare(target, transaction);
        foreach (var rows in Portions(source, clock))
        {
            foreach (var row in rows)
            {
                for (var index = 0; index < row.Length; index++)
                {
                    insert.Parameters[index].Value = row[index];
                }

                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        return clock.Elapsed.TotalSeconds;
    }

    private static IEnumerable<List<object[]>> Portions(SqliteConnection source, Stopwatch clock)
    {
        clock.Stop();
        using var select = source.CreateCommand();
        select.CommandText = """SELECT "Pool", "Class", "Uuid", "Name", "Hash", "Document" FROM "Objects" ORDER BY "Id" """;
        using var reader = select.ExecuteReader();
        var rows = new List<object[]>(Portion);
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
            if (rows.Count == Portion)
            {
                clock.Start();
                yield return rows;
                clock.Stop();
                rows.Clear();
            }
        }

        clock.Start();
        yield return rows;
    }

    private static SqliteCommand Prepare(SqliteConnection target, SqliteTransaction transaction)
    {
        var insert = target.CreateCommand();
        insert.CommandText = Insert;
        insert.Transaction = transaction;
        for (var index = 0; index < 6; index++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
        }

        insert.Prepare();
        return insert;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
