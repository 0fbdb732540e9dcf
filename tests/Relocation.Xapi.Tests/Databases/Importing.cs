using System.Text;
using Relocation.Core.Inventory;
using Relocation.Xapi.Databases;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>Reads a file to its end as an import does.</summary>
internal static class Importing
{
    public static Task<(InventoryHeader Header, List<InventoryObject> Objects)> ReadAsync(this Dump dump) => ReadAsync(dump.ToString());

    public static Task<(InventoryHeader Header, List<InventoryObject> Objects)> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static Task<(InventoryHeader Header, List<InventoryObject> Objects)> ReadAsync(byte[] bytes) => ReadAsync(new MemoryStream(bytes));

    public static async Task<(InventoryHeader Header, List<InventoryObject> Objects)> ReadAsync(Stream content)
    {
        await using var reader = new DatabaseFileReader(content, "test.xml");
        return await ReadAsync(reader);
    }

    public static async Task<(InventoryHeader Header, List<InventoryObject> Objects)> ReadAsync(DatabaseFileReader reader)
    {
        var header = await reader.ReadHeaderAsync(TestContext.Current.CancellationToken);
        var objects = new List<InventoryObject>();
        await foreach (var item in reader.ReadObjectsAsync(TestContext.Current.CancellationToken))
        {
            objects.Add(item);
        }

        return (header, objects);
    }

    public static Task<InventoryFormatException> FailsAsync(string text) => FailsAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The error of a file that cannot be read; no object may come before it.</summary>
    public static async Task<InventoryFormatException> FailsAsync(Stream content)
    {
        await using var reader = new DatabaseFileReader(content, "test.xml");
        var error = await Assert.ThrowsAsync<InventoryFormatException>(() => reader.ReadHeaderAsync(TestContext.Current.CancellationToken));
        Assert.Equal("test.xml", error.SourceName);
        Assert.StartsWith("test.xml", error.Message, StringComparison.Ordinal);
        await using var objects = reader.ReadObjectsAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(async () => await objects.MoveNextAsync());
        return error;
    }
}
