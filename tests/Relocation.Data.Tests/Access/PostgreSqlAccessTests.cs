using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Access;

public sealed class PostgreSqlAccessTests(PostgreSqlServer server) : AccessTests(new PostgreSqlTestDatabase(server));
