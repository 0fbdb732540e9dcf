using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Web.Layout;

namespace Relocation.Web.Tests.Layout;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("/inventory/vms?q=a", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("", false)]
    [InlineData("/a\r\nSet-Cookie: x=y", false)]
    public void IsOwnPage_OnlyPathsOfThisSite(string back, bool own) => Assert.Equal(own, Languages.IsOwnPage(back));

    [Fact]
    public void Switch_KnownLanguage_StoresItAndGoesBack()
    {
        var context = new DefaultHttpContext();
        var result = Languages.Switch(context, "zh-Hans", "/inventory");
        var redirect = Assert.IsType<RedirectHttpResult>(result.Result);
        Assert.Equal("/inventory", redirect.Url);
        Assert.True(redirect.AcceptLocalUrlOnly);
        Assert.Contains("language=c%3Dzh-Hans%7Cuic%3Dzh-Hans", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx", "/inventory")]
    [InlineData("en", "//evil.example")]
    public void Switch_UnknownLanguageOrForeignPage_IsRefused(string culture, string back)
    {
        var context = new DefaultHttpContext();
        Assert.IsType<BadRequest>(Languages.Switch(context, culture, back).Result);
        Assert.Empty(context.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public void SwitchAddress_KeepsTheQuery() =>
        Assert.Equal("/language?culture=en&back=%2Finventory%2Fvms%3Fq%3Da%26sort%3D-name", Languages.SwitchAddress("en", "inventory/vms?q=a&sort=-name"));
}
