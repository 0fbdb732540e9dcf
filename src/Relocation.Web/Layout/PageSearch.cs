using Microsoft.Extensions.Localization;

namespace Relocation.Web.Layout;

/// <summary>Finds the pages of the rail by their names.</summary>
public sealed class PageSearch(IStringLocalizer<LayoutText> text) : ISearchSource
{
    /// <inheritdoc />
    public IEnumerable<SearchHit> Find(string query, int most) => RailEntry.Built
        .Where(entry => text[entry.Name].Value.Contains(query, StringComparison.CurrentCultureIgnoreCase))
        .Select(entry => new SearchHit(text["Page"], text[entry.Name], "", "/" + entry.Href))
        .Take(most);
}
