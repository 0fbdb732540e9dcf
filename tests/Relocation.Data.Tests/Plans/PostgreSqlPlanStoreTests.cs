using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Plans;

public sealed class PostgreSqlPlanStoreTests(PostgreSqlServer server) : PlanStoreTests(new PostgreSqlTestDatabase(server));
