using System.Runtime.CompilerServices;
using System.Text;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// Reads a XAPI database file, as `xe pool-dump-database` writes it or gzipped, of any XenServer or XCP-ng release. The header is given
/// only after the whole file was read and every value of every object checked, so that a bad file yields no object at all.
/// </summary>
public sealed class DatabaseFileReader : IInventoryReader
{
    private readonly Func<Stream> open;
    private readonly string name;
    private ScannedDatabase? database;
    private InventoryHeader? header;

    /// <summary>Reads the file at a path.</summary>
    public DatabaseFileReader(string path)
    {
        open = () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024, FileOptions.SequentialScan);
        name = Path.GetFileName(path);
    }

    /// <summary>Reads a seekable stream from its start; the stream belongs to the reader, which closes it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="displayName">What people call the file, for messages.</param>
    public DatabaseFileReader(Stream content, string displayName)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable", nameof(content));
        }

        open = () => content;
        name = displayName;
    }

    /// <inheritdoc />
    public CaptureSource Source => CaptureSource.DatabaseFile;

    /// <inheritdoc />
    public async Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken) =>
        header ??= await Task.Run(() => ReadHeader(cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<InventoryObject> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pool = (await ReadHeaderAsync(cancellationToken)).Pool;
        // Warnings were told with the header.
        var joins = new SpoolJoins(database!, _ => { });
        foreach (var type in XapiClasses.Mapped)
        {
            foreach (var record in database!.RowsOf(type))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return InventoryMapping.Map(record, pool, joins);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        database?.Dispose();
        database = null;
        header = null;
        return ValueTask.CompletedTask;
    }

    private InventoryHeader ReadHeader(CancellationToken cancellationToken)
    {
        try
        {
            using var file = open();
            var scanned = DatabaseScanner.Scan(file, name, cancellationToken);
            database = scanned;
            return new DatabaseCheck(scanned, name).Run(cancellationToken);
        }
        catch (DecoderFallbackException error)
        {
            throw DatabaseErrors.InvalidBytes(new RecordPlace(name, 1, 1), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InventoryFormatException("unreadable", name, 0, 0, $"{name}: the file cannot be read ({error.Message}). Check that it is there and whole, and that it may be read.", error);
        }
    }
}
