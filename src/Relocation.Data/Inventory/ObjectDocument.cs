using System.IO.Hashing;
using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Data.Documents;

namespace Relocation.Data.Inventory;

/// <summary>An inventory object as it is stored.</summary>
internal sealed record ObjectDocument(ObjectKey Key, string Name, byte[] Hash, byte[] Document)
{
    private static readonly Dictionary<string, Type> TypesByClass = new(StringComparer.Ordinal)
    {
        ["pool"] = typeof(Pool),
        ["host"] = typeof(Host),
        ["SR"] = typeof(StorageRepository),
        ["PBD"] = typeof(Pbd),
        ["VDI"] = typeof(Vdi),
        ["VM"] = typeof(Vm),
        ["VBD"] = typeof(Vbd),
        ["VIF"] = typeof(Vif),
        ["PIF"] = typeof(Pif),
        ["network"] = typeof(Network),
        ["Bond"] = typeof(Bond),
        ["VLAN"] = typeof(Vlan),
        ["VM_appliance"] = typeof(Appliance),
        ["PCI"] = typeof(Pci),
        ["PGPU"] = typeof(Pgpu),
        ["VGPU"] = typeof(Vgpu),
        ["PUSB"] = typeof(Pusb),
    };

    public static ObjectDocument Of(InventoryObject item)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), RecordJson.Compact);
        return new ObjectDocument(InventoryObjects.KeyOf(item), Printable(InventoryObjects.NameOf(item)), XxHash128.Hash(document), document);
    }

    public static InventoryObject Read(string objectClass, ReadOnlySpan<byte> document) =>
        (InventoryObject?)JsonSerializer.Deserialize(document, TypesByClass[objectClass], RecordJson.Compact)
        ?? throw new JsonException($"A stored {objectClass} is null.");

    /// <summary>PostgreSQL refuses NUL in a text; the document keeps it, escaped.</summary>
    private static string Printable(string name) => name.Replace('\0', '\uFFFD');
}
