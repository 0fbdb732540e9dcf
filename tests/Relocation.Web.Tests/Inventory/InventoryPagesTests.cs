using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Relocation.Core.Inventory;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Tests.Ui;

namespace Relocation.Web.Tests.Inventory;

[UseCulture("en")]
public sealed class InventoryPagesTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();
    private readonly CurrentInventory inventory = new();
    private readonly FakeTimeProvider time = new();

    public InventoryPagesTests()
    {
        context.Services.AddSingleton(inventory);
        context.Services.AddSingleton<TimeProvider>(time);
    }

    public void Dispose() => context.Dispose();

    [Fact]
    public void Page_WithoutInventory_SaysWhy() =>
        Assert.Contains("No inventory yet", context.Render<VmsPage>().Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Row_Clicked_OpensTheDrawerByAddress_AndCloses()
    {
        Publish(SmallDatacenter.Set());
        var page = context.Render<VmsPage>();
        page.Find("[role=row][id]").Click();
        Assert.EndsWith("?open=west-pool%2Fvm-radar", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("radar", page.Find(".drawer h2").TextContent));
        Assert.Contains("52:54:00:00:00:07", page.Find(".drawer").TextContent, StringComparison.Ordinal);
        page.Find(".drawer-close").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".drawer")));
    }

    [Fact]
    public void Change_OfTheInventory_IsShownWithoutBeingAskedFor()
    {
        Publish(SmallDatacenter.Set());
        var page = context.Render<VmsPage>();
        Publish(SmallDatacenter.Set(vm => vm with { Name = "radar renamed" }));
        time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("radar renamed", page.Find("[role=row][id]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_OfEachClass_ShowWhatTheObjectHangsOn()
    {
        Publish(SmallDatacenter.Set());
        var host = context.Render<HostPage>(page => page.Add(part => part.PoolUuid, "west-pool").Add(part => part.Uuid, "west-1"));
        Assert.Equal(["eth0", "eth1"], host.FindAll(".nic-port b").Select(port => port.TextContent));
        Assert.Contains("radar", host.Markup, StringComparison.Ordinal);

        var sr = context.Render<SrPage>(page => page.Add(part => part.PoolUuid, "west-pool").Add(part => part.Uuid, "sr-shared"));
        Assert.Contains("before", sr.Markup, StringComparison.Ordinal);

        var network = context.Render<NetworkPage>(page => page.Add(part => part.PoolUuid, "west-pool").Add(part => part.Uuid, "net-office"));
        Assert.Contains("52:54:00:00:00:07", network.Markup, StringComparison.Ordinal);

        var pool = context.Render<PoolPage>(page => page.Add(part => part.Uuid, "west-pool"));
        Assert.Contains("/inventory/hosts/west-pool/west-2", pool.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfSomethingUnknown_SaysThatItIsGone() => Assert.Contains(
        "nowhere", context.Render<VmPage>(page => page.Add(part => part.PoolUuid, "west-pool").Add(part => part.Uuid, "nowhere")).Find(".empty").TextContent, StringComparison.Ordinal);

    private NavigationManager Navigation => context.Services.GetRequiredService<NavigationManager>();

    private void Publish(InventorySet set)
    {
        foreach (var view in set.Views)
        {
            inventory.Publish(view);
        }
    }
}
