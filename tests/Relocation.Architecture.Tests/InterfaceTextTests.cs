namespace Relocation.Architecture.Tests;

public sealed class InterfaceTextTests
{
    [Fact]
    public void RazorFiles_HoldNoLiteralText() =>
        Exceptions.AssertOnlyKnown("literal-text", Repository.Files("src", ".razor").SelectMany(RazorText.Literals));

    [Theory]
    [InlineData("<p>Hello there</p>", true)]
    [InlineData("<p>@Text[\"Greeting\"]</p>", false)]
    [InlineData("<FluentButton Title=\"Start the wave\" />", true)]
    [InlineData("<FluentButton Title=\"@Text[\"Start\"]\" Class=\"primary action\" />", false)]
    [InlineData("@if (count > 1)\n{\n    <b>@count</b>\n}", false)]
    [InlineData("@* a remark *@<!-- another -->", false)]
    [InlineData("<span>@(a ? b : c) &middot; 3</span>", false)]
    [InlineData("<input placeholder=\"Search VMs\" />", true)]
    public void Rule_LiteralText_IsCaught(string markup, bool caught) =>
        Assert.Equal(caught, RazorText.Literals(new SourceFile("a.razor", markup)).Any());
}
