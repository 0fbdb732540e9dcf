using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Data.Audit;
using Relocation.Data.Inventory;
using Relocation.Web.Access;
using Relocation.Web.Composition;
using Relocation.Xapi.Databases;

namespace Relocation.Web.Features.Inventory;

/// <summary>Imports a XAPI database file for pages and API alike. The upload is spooled to disk first: the reader passes over it twice.</summary>
public sealed class DatabaseImport(InventoryStore store, InventoryRefresh refresh, AuditLog audit, DataDirectory directory)
{
    /// <summary>Largest file taken, in bytes; 10,000 VMs are about a tenth of it.</summary>
    public const long LargestFile = 4L << 30;

    /// <summary>Imports what the stream holds.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="content">The file.</param>
    /// <param name="name">Its name, for messages and history.</param>
    /// <param name="progress">Told how many objects are stored.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task<ImportOutcome> RunAsync(Actor actor, Stream content, string name, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Plan))
        {
            return new ImportOutcome(null, ActionOutcome.Forbidden);
        }

        var spool = directory.NewTemporaryFile();
        try
        {
            if (!await SpoolAsync(content, spool, cancellationToken))
            {
                return new ImportOutcome(null, ActionOutcome.Refused("file-too-large", ("name", name), ("most", LargestFile.ToString(CultureInfo.InvariantCulture))));
            }

            await using var file = File.OpenRead(spool);
            await using var reader = new DatabaseFileReader(file, name);
            var result = await store.ImportAsync(reader, name, progress, cancellationToken);
            await refresh.LoadAsync(result.Capture.Pool, cancellationToken);
            await audit.AppendAsync(actor.Name, "inventory.import", ("pool", result.Capture.Pool.Uuid), "done", new Dictionary<string, string> { ["file"] = name }, cancellationToken);
            return new ImportOutcome(result, ActionOutcome.Success);
        }
        catch (InventoryFormatException exception)
        {
            await audit.AppendAsync(actor.Name, "inventory.import", ("file", name), exception.Code, new Dictionary<string, string>(), cancellationToken);
            return new ImportOutcome(null, Refusal(exception));
        }
        finally
        {
            File.Delete(spool);
        }
    }

    private static ActionOutcome Refusal(InventoryFormatException exception) => ActionOutcome.Refused(
        "import-refused",
        ("reason", exception.Code),
        ("file", exception.SourceName),
        ("line", exception.Line.ToString(CultureInfo.InvariantCulture)),
        ("column", exception.Column.ToString(CultureInfo.InvariantCulture)),
        ("message", exception.Message));

    private static async Task<bool> SpoolAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (file.Length > LargestFile)
            {
                return false;
            }
        }

        return true;
    }
}
