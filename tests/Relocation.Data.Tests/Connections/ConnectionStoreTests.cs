using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Relocation.Core.Inventory;
using Relocation.Data.Connections;
using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Connections;

public abstract class ConnectionStoreTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Password = "s3cret-Pässwört-北京";
    private static readonly Uri Address = new("https://10.0.0.5:8443/");

    private ConnectionStore Store => Database.Get<ConnectionStore>();

    [Fact]
    public async Task Find_AddedConnection_HasEveryField()
    {
        var added = await AddAsync();

        var now = Database.Time.GetUtcNow();
        Assert.Equal(new PoolConnection(added.Id, Address, "root", "AA:BB", null, true, now, now), added);
        Assert.Equal(added, await Store.FindAsync(added.Id, Ct));
        Assert.Equal([added], await Store.ListAsync(Ct));
        Assert.Equal(Password, await Store.PasswordAsync(added.Id, Ct));
        Assert.Null(await Store.FindAsync(new ConnectionId(Guid.NewGuid()), Ct));
        Assert.Null(await Store.PasswordAsync(new ConnectionId(Guid.NewGuid()), Ct));
    }

    [Fact]
    public async Task Add_SameAddressAgain_IsRefused()
    {
        await AddAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(AddAsync);
    }

    [Fact]
    public async Task Set_EachField_ChangesItAlone()
    {
        var added = await AddAsync();
        Database.Time.Advance(TimeSpan.FromMinutes(1));
        var pool = new PoolId("p");

        Assert.True(await Store.SetCredentialsAsync(added.Id, "admin", "other", Ct));
        Assert.True(await Store.PinAsync(added.Id, null, Ct));
        Assert.True(await Store.SetPoolAsync(added.Id, pool, Ct));
        Assert.True(await Store.SetEnabledAsync(added.Id, false, Ct));

        var changed = added with { User = "admin", PinnedFingerprint = null, Pool = pool, Enabled = false, ChangedAt = Database.Time.GetUtcNow() };
        Assert.Equal(changed, await Store.FindAsync(added.Id, Ct));
        Assert.Equal("other", await Store.PasswordAsync(added.Id, Ct));
        Assert.Equal(changed, await Store.FindByPoolAsync(pool, Ct));
        Assert.Null(await Store.FindByPoolAsync(new PoolId("q"), Ct));
        Assert.False(await Store.PinAsync(new ConnectionId(Guid.NewGuid()), "x", Ct));
    }

    [Fact]
    public async Task FindByPool_SeveralConnections_PrefersAnEnabledOne()
    {
        var pool = new PoolId("p");
        var first = await AddAsync();
        var second = await Store.AddAsync(new Uri("https://10.0.0.6"), "root", Password, null, Ct);
        await Store.SetPoolAsync(first.Id, pool, Ct);
        Database.Time.Advance(TimeSpan.FromMinutes(1));
        await Store.SetPoolAsync(second.Id, pool, Ct);
        await Store.SetEnabledAsync(second.Id, false, Ct);

        Assert.Equal(first.Id, (await Store.FindByPoolAsync(pool, Ct))!.Id);
    }

    [Fact]
    public async Task Remove_Connection_TakesThePasswordAlong()
    {
        var added = await AddAsync();

        Assert.True(await Store.RemoveAsync(added.Id, Ct));

        Assert.False(await Store.RemoveAsync(added.Id, Ct));
        Assert.Null(await Store.PasswordAsync(added.Id, Ct));
    }

    [Fact]
    public async Task Password_InTheDatabaseFiles_IsNowhereInClear()
    {
        await AddAsync();

        var bytes = await Database.BytesAsync(Ct);

        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Address.Host)) >= 0, "The scan does not see what is stored.");
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Password)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Password)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)))));
    }

    [Fact]
    public async Task Password_CopiedToAnotherConnection_DoesNotDecrypt()
    {
        var first = await AddAsync();
        var second = await Store.AddAsync(new Uri("https://10.0.0.6"), "root", "other", null, Ct);
        await using (var context = await Database.Get<IDbContextFactory<RelocationDbContext>>().CreateDbContextAsync(Ct))
        {
            await context.Database.ExecuteSqlRawAsync(
                """UPDATE "Connections" SET "ProtectedPassword" = (SELECT "ProtectedPassword" FROM "Connections" WHERE "User" = 'root' AND "Address" LIKE '%10.0.0.5%')""", Ct);
        }

        Assert.Equal(Password, await Store.PasswordAsync(first.Id, Ct));
        await Assert.ThrowsAsync<CryptographicException>(() => Store.PasswordAsync(second.Id, Ct));
    }

    [Fact]
    public async Task Password_WithOtherKeys_DoesNotDecrypt()
    {
        var added = await AddAsync();
        var other = new ConnectionStore(Database.Get<IDbContextFactory<RelocationDbContext>>(), new EphemeralDataProtectionProvider(), Database.Time);

        await Assert.ThrowsAsync<CryptographicException>(() => other.PasswordAsync(added.Id, Ct));
    }

    private Task<PoolConnection> AddAsync() => Store.AddAsync(Address, "root", Password, "AA:BB", Ct);
}
