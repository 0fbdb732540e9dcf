using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Layout;
using Relocation.Web.Tests.Ui;

namespace Relocation.Web.Tests.Inventory;

[UseCulture("en")]
public sealed class InventorySearchTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();

    public void Dispose() => context.Dispose();

    [Theory]
    [InlineData("RAD", "VM radar")]
    [InlineData("52:54:00", "VM radar")]
    [InlineData("10.1.0.7", "VM radar")]
    [InlineData("vm-rad", "VM radar")]
    [InlineData("off", "Network office")]
    [InlineData("san", "Storage repository SAN")]
    [InlineData("wes", "Pool West")]
    public void Find_ByNameAddressMacOrUuid(string query, string expected)
    {
        var hit = Search(query)[0];
        Assert.Equal(expected, $"{hit.Kind} {hit.Title}");
    }

    [Fact]
    public void Find_SnapshotsAndControlDomains_AreNotOffered() => Assert.DoesNotContain(Search("before").Concat(Search("control")), hit => hit.Kind == "VM");

    private List<SearchHit> Search(string query)
    {
        var inventory = new CurrentInventory();
        foreach (var view in SmallDatacenter.Set().Views)
        {
            inventory.Publish(view);
        }

        return [.. new InventorySearch(inventory, context.Services.GetRequiredService<IStringLocalizer<InventoryText>>()).Find(query, 10)];
    }
}
