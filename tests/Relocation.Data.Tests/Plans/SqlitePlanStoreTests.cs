using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Plans;

public sealed class SqlitePlanStoreTests() : PlanStoreTests(new SqliteTestDatabase());
