using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Access;

public sealed class SqliteAccessTests() : AccessTests(new SqliteTestDatabase());
