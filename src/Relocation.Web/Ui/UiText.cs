using System.Globalization;
using System.Resources;

namespace Relocation.Web.Ui;

/// <summary>Names the resources with the words of the design system.</summary>
public sealed class UiText
{
    private static readonly ResourceManager Words = new(typeof(UiText));

    private UiText()
    {
    }

    /// <summary>The word in the reader's language, for code that has no localiser at hand.</summary>
    internal static string Word(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
