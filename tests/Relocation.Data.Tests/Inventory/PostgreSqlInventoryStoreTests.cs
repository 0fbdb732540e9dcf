using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Inventory;

public sealed class PostgreSqlInventoryStoreTests(PostgreSqlServer server) : InventoryStoreTests(new PostgreSqlTestDatabase(server));
