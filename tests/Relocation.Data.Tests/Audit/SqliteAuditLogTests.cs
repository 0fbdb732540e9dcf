using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Audit;

public sealed class SqliteAuditLogTests() : AuditLogTests(new SqliteTestDatabase());
