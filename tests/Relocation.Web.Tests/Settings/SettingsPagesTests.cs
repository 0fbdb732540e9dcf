using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Core.Inventory;
using Relocation.Data;
using Relocation.Data.Access;
using Relocation.Data.Connections;
using Relocation.Data.Inventory;
using Relocation.Migrations.Sqlite;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Settings;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Tests.Ui;
using Relocation.Web.Ui;
using TestContext = Xunit.TestContext;

namespace Relocation.Web.Tests.Settings;

/// <summary>The pages over real stores in a database of their own.</summary>
[UseCulture("en")]
public sealed class SettingsPagesTests : IAsyncLifetime
{
    private readonly BunitContext context = InterfaceContext.Create();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relocation-web-tests");

    public async ValueTask InitializeAsync()
    {
        context.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        context.Services.UseRelocationSqlite($"Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=False").AddRelocationData();
        context.Services.AddSingleton<CurrentInventory>().AddSingleton<InventoryRefresh>().AddSingleton<PoolEndpoints>().AddSingleton<PoolFollower>().AddSingleton<PoolWatchers>().AddSingleton<ConnectionEditing>();
        context.Services.AddScoped<Toasts>();
        await context.Services.MigrateDatabaseAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Captures_OpenedAndNarrowed_ShowChangesByField()
    {
        await ImportAsync(SmallDatacenter.Set());
        await ImportAsync(SmallDatacenter.Set(vm => vm with { Name = "radar two", VcpusMax = 8 }, west => west with { Networks = [], Vifs = [] }));

        var page = context.Render<CapturesPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[role=row][id]").Count));
        page.FindAll("[role=row][id]")[0].Click();
        page.WaitForAssertion(() => Assert.Contains("radar two", Values(page)));

        Assert.Contains("Remarks: 1", page.Find(".drawer").TextContent, StringComparison.Ordinal);
        page.Find(".change-gone").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".changes tbody tr").Count));
        page.Find(".change-bar select").Change("network");
        page.WaitForAssertion(() => Assert.Contains("office", Assert.Single(page.FindAll(".changes tbody tr")).TextContent, StringComparison.Ordinal));
        page.Find(".change-bar input").Change("nothing like it");
        page.WaitForAssertion(() => Assert.Contains("No change matches", page.Find(".drawer").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Captures_First_SaysThatAllIsNew()
    {
        await ImportAsync(SmallDatacenter.Set());
        var page = context.Render<CapturesPage>();
        page.WaitForElement("[role=row][id]").Click();
        page.WaitForAssertion(() => Assert.Contains("first capture", page.Find(".drawer").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connections_ForAViewer_AreShownButCannotBeChanged_AndSayWhy()
    {
        await AddConnectionAsync();
        var page = Settings(Role.Viewer);
        page.WaitForAssertion(() => Assert.Contains("https://10.0.0.5", page.Find(".table").TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll("button"), button => Assert.True(button.HasAttribute("disabled") || button.TextContent is "Cancel" or "Remove" && button.Closest("dialog") is not null));
        Assert.Contains("role", page.Find(".page-actions button").GetAttribute("title"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_RemovedAfterBeingAsked_AreGone()
    {
        await AddConnectionAsync();
        var page = Settings(Role.Administrator);
        page.WaitForElement(".row-actions").QuerySelectorAll("button")[2].Click();
        Assert.Contains("Remove the connection to 10.0.0.5?", page.Find("dialog").TextContent, StringComparison.Ordinal);
        page.FindAll("dialog button")[1].Click();
        page.WaitForAssertion(() => Assert.Contains("No pool is connected", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Empty(await context.Services.GetRequiredService<ConnectionStore>().ListAsync(Cancellation));
    }

    [Fact]
    public void Form_AsksForTheCertificateBeforeAnySecret()
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/settings?open=new");
        var page = Settings(Role.Administrator);
        var button = page.WaitForElement(".form-actions button");
        Assert.True(button.HasAttribute("disabled"));
        Assert.Empty(page.FindAll("input[type=password]"));
        page.Find(".form input").Input("http://user:pw@host/path");
        Assert.True(page.Find(".form-actions button").HasAttribute("disabled"));
        page.Find(".form input").Input("10.0.0.9");
        Assert.False(page.Find(".form-actions button").HasAttribute("disabled"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Values(IRenderedComponent<CapturesPage> page) => page.FindAll(".changes .change-value").Select(cell => cell.TextContent);

    private IRenderedComponent<SettingsPage> Settings(Role role)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "li"), new Claim(ClaimTypes.Role, role.ToString())], "test"));
        return context.Render<SettingsPage>(page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
    }

    private Task<PoolConnection> AddConnectionAsync() =>
        context.Services.GetRequiredService<ConnectionStore>().AddAsync(new Uri("https://10.0.0.5"), "root", "secret", "AA:BB:CC:DD:EE:FF:00:11:22:33", Cancellation);

    private async Task ImportAsync(InventorySet set)
    {
        await using var reader = new SnapshotReader(set[SmallDatacenter.West]!.Snapshot);
        await context.Services.GetRequiredService<InventoryStore>().ImportAsync(reader, "pool.xml", null, Cancellation);
    }
}
