using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Audit;

public sealed class PostgreSqlAuditLogTests(PostgreSqlServer server) : AuditLogTests(new PostgreSqlTestDatabase(server));
