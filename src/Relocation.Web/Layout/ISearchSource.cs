namespace Relocation.Web.Layout;

/// <summary>Something the palette (Ctrl K) can find; features register theirs.</summary>
public interface ISearchSource
{
    /// <summary>At most <paramref name="most"/> hits, the best first.</summary>
    IEnumerable<SearchHit> Find(string query, int most);
}
