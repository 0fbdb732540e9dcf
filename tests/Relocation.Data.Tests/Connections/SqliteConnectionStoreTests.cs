using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Connections;

public sealed class SqliteConnectionStoreTests() : ConnectionStoreTests(new SqliteTestDatabase());
