using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Benchmarks.Output;
using Relocation.Data;
using Relocation.Data.Inventory;
using Relocation.Migrations.Sqlite;
using Relocation.Xapi.Databases;

namespace Relocation.Benchmarks.Import;

/// <summary>A first import into a fresh SQLite file, reading taken off, beside a bare insert of the very same rows.</summary>
/// <param name="Import">The whole import: reading and storing.</param>
/// <param name="StoreSeconds">The import without the time its reader took.</param>
/// <param name="BareSeconds">One prepared statement in one transaction, for the same rows, into the same schema with the same settings.</param>
internal sealed record StoreComparison(Measured Import, double StoreSeconds, double BareSeconds)
{
    public static async Task<StoreComparison> RunAsync(string path, WorkFolder work, int repeats, CancellationToken cancellationToken)
    {
        var runs = new List<StoreComparison>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var stored = work.NewDatabase();
            var bare = work.NewDatabase();
            var (import, store) = await ImportAsync(path, stored, cancellationToken);
            await using (await MigratedAsync(bare, cancellationToken))
            {
            }

            var insert = BareInsert.Run(stored, bare);
            runs.Add(new StoreComparison(import, Math.Round(store, 3), Math.Round(insert, 3)));
            Report.Progress(string.Create(CultureInfo.InvariantCulture, $"store {store:0.000} s, bare insert {insert:0.000} s"));
            SqliteConnection.ClearAllPools();
            File.Delete(stored);
            File.Delete(bare);
        }

        return runs.OrderBy(run => run.StoreSeconds / run.BareSeconds).ElementAt((repeats - 1) / 2);
    }

    public void AddTo(Dictionary<string, double> figures)
    {
        figures["import_s"] = Import.Seconds;
        figures["import_cpu_s"] = Import.CpuSeconds;
        figures["import_peak_heap_mib"] = Import.PeakHeapMib;
        figures["import_peak_working_set_mib"] = Import.PeakWorkingSetMib;
        figures["store_s"] = StoreSeconds;
        figures["bare_insert_s"] = BareSeconds;
        figures["store_ratio"] = Math.Round(StoreSeconds / BareSeconds, 2);
    }

    private static async Task<(Measured Import, double StoreSeconds)> ImportAsync(string path, string database, CancellationToken cancellationToken)
    {
        await using var services = await MigratedAsync(database, cancellationToken);
        var store = new InventoryStore(services.GetRequiredService<IDbContextFactory<RelocationDbContext>>(), TimeProvider.System);
        var reading = 0.0;
        var import = await Measured.OfAsync(async () =>
        {
            await using var reader = new TimedReader(new DatabaseFileReader(path));
            await store.ImportAsync(reader, Path.GetFileName(path), null, cancellationToken);
            reading = reader.ReadingSeconds;
        });
        return (import, import.Seconds - reading);
    }

    private static async Task<ServiceProvider> MigratedAsync(string database, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().UseRelocationSqlite($"Data Source={database}").BuildServiceProvider();
        await services.MigrateDatabaseAsync(cancellationToken);
        return services;
    }
}
