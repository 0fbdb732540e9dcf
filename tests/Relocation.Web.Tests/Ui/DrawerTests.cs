using Bunit;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Ui;

[UseCulture("zh-Hans")]
public sealed class DrawerTests : IDisposable
{
    private readonly BunitContext context = InterfaceContext.Create();

    public void Dispose() => context.Dispose();

    [Fact]
    public void Drawer_IsNamed_LinksToItsPage_AndCloses()
    {
        var closed = 0;
        var drawer = context.Render<Drawer>(builder => builder.Add(part => part.Title, "web-01").Add(part => part.Href, "/inventory/vms/p/u").Add(part => part.OnClose, () => closed++).AddChildContent("<p>facts</p>"));
        Assert.Equal("web-01", drawer.Find("aside").GetAttribute("aria-label"));
        Assert.Equal("/inventory/vms/p/u", drawer.Find("a").GetAttribute("href"));
        Assert.Equal("关闭", drawer.Find(".drawer-close").GetAttribute("aria-label"));
        drawer.Find(".drawer-close").Click();
        Assert.Equal(1, closed);
    }
}
