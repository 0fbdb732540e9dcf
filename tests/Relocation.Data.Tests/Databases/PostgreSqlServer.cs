using System.ComponentModel;
using System.Diagnostics;
using Relocation.Data.Tests.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Relocation.Data.Tests.Databases;

/// <summary>A PostgreSQL server of the tests' own: a cluster in a temporary folder, reached by a socket in that folder, started once and thrown
/// away at the end. Where no server is installed, the tests that need it are skipped and say so.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string SuperUser = "relocation";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"relocation-pg-{Guid.NewGuid():N}");
    private string? binaries;

    /// <summary>Why there is no server, or null when there is one.</summary>
    public string? Missing { get; private set; }

    /// <summary>Where its files are.</summary>
    public string DataFolder => folder;

    /// <summary>How a database of it is opened.</summary>
    public string ConnectionString(string database) => $"Host={folder};Port=5432;Username={SuperUser};Database={database};Include Error Detail=true;Maximum Pool Size=20";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        binaries = FindBinaries();
        if (binaries is null)
        {
            Missing = "PostgreSQL's server (initdb, pg_ctl, postgres) is not installed; on Debian: apt-get install postgresql";
            return;
        }

        await RunAsync("initdb", "-D", folder, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        var options = $"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB";
        await RunAsync("pg_ctl", "-D", folder, "-w", "-t", "60", "-l", Path.Combine(folder, "server.log"), "-o", options, "start");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (binaries is not null && Directory.Exists(folder))
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await RunAsync("pg_ctl", "-D", folder, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => path, StringComparer.Ordinal).Select(path => Path.Combine(path, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(onPath).FirstOrDefault(path => new[] { "initdb", "pg_ctl", "postgres" }.All(program => File.Exists(Path.Combine(path, program))));
    }

    /// <summary>PostgreSQL refuses to run as root: then another account runs it.</summary>
    private async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries!, program);
        var start = new ProcessStartInfo { WorkingDirectory = "/", RedirectStandardError = true, RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            start.FileName = "runuser";
            foreach (var argument in new[] { "-u", AccountFor(), "--", path })
            {
                start.ArgumentList.Add(argument);
            }
        }
        else
        {
            start.FileName = path;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // pg_ctl leaves the server behind with its own output redirected to the log: only the first process is waited for.
        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await error}");
        }
    }

    private static string AccountFor() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
