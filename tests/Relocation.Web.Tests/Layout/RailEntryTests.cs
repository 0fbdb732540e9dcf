using Relocation.Web.Layout;

namespace Relocation.Web.Tests.Layout;

public sealed class RailEntryTests
{
    [Fact]
    public void With_OnlyBuiltPages_InTheOrderOfTheWork() => Assert.Equal(
        ["Overview", "Inventory", "Settings"],
        RailEntry.With(new HashSet<string> { "/settings", "/inventory", "/", "/inventory/vms" }).Select(entry => entry.Name));
}
