using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Inventory;

public sealed class SqliteInventoryStoreTests() : InventoryStoreTests(new SqliteTestDatabase());
