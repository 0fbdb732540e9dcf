using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Runs;

public sealed class SqliteRunJournalTests() : RunJournalTests(new SqliteTestDatabase());
