using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Runs;

public sealed class PostgreSqlRunJournalTests(PostgreSqlServer server) : RunJournalTests(new PostgreSqlTestDatabase(server));
