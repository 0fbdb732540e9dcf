using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Connections;

public sealed class PostgreSqlConnectionStoreTests(PostgreSqlServer server) : ConnectionStoreTests(new PostgreSqlTestDatabase(server));
