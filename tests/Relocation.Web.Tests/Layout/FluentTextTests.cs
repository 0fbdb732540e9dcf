using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.FluentUI.AspNetCore.Components;
using FluentText = Relocation.Web.Layout.FluentText;

namespace Relocation.Web.Tests.Layout;

public sealed class FluentTextTests
{
    [Fact]
    [UseCulture("zh-Hans")]
    public void Item_Chinese_IsTranslatedWithArguments() => Assert.Equal("第 2 页，共 9 页", new FluentText()["Paginator_Status", 2, 9]);

    [Fact]
    [UseCulture("en")]
    public void Item_English_ReadsAsTheLibrary() => Assert.Equal("Page 2 of 9", new FluentText()["Paginator_Status", 2, 9]);

    [Fact]
    [UseCulture("zh-Hans")]
    public void Item_EveryWordOfTheLibrary_IsTranslated()
    {
        using var words = typeof(IFluentLocalizer).Assembly.GetManifestResourceStream("Microsoft.FluentUI.AspNetCore.Components.Localization.LanguageResource.resources")!;
        using var reader = new ResourceReader(words);
        var keys = reader.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key != "Fake_Hello").ToList();
        var chinese = new ResourceManager(typeof(FluentText));

        Assert.True(keys.Count > 50, "The library's words were not found.");
        Assert.DoesNotContain(keys, key => chinese.GetString(key, CultureInfo.CurrentUICulture) is null);
    }
}
