namespace Relocation.Data.Tests.Databases;

/// <summary>A part of the persistence suite; its subclasses run it on each database.</summary>
public abstract class DatabaseTests(TestDatabase database) : IAsyncLifetime
{
    /// <summary>The test's own database.</summary>
    protected TestDatabase Database { get; } = database;

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await Database.OpenAsync(Ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
