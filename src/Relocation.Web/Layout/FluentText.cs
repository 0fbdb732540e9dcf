using System.Globalization;
using System.Resources;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Relocation.Web.Layout;

/// <summary>Gives the component library its own words in the reader's language.</summary>
public sealed class FluentText : IFluentLocalizer
{
    private static readonly ResourceManager Words = new(typeof(FluentText));

    /// <summary>The word for a key of the library, in the language of the page; the library's own where we have none.</summary>
    public string this[string key, params object[] arguments] =>
        Words.GetString(key, CultureInfo.CurrentUICulture) is { } word
            ? string.Format(CultureInfo.CurrentCulture, word, arguments)
            : IFluentLocalizer.GetDefault(key, arguments);
}
