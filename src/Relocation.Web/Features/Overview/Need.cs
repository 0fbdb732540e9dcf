using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Overview;

/// <summary>Something that needs a person.</summary>
/// <param name="Key">Key of its sentence, which takes the count.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">Where it is mended.</param>
/// <param name="Tone">How bad it is.</param>
public sealed record Need(string Key, int Count, string Href, Tone Tone)
{
    /// <summary>What needs a person now, the worst first.</summary>
    /// <param name="facts">The relocation.</param>
    /// <param name="moves">The newest move of each VM.</param>
    public static IReadOnlyList<Need> Of(OverviewFacts facts, IEnumerable<MoveRecord> moves)
    {
        var newest = moves.OrderBy(move => move.Ordinal).ToList();
        List<Need> needs = [];
        Add("NeedUnknown", newest.Where(move => move.State is MoveState.Unknown).ToList(), Tone.Unknown);
        Add("NeedFailed", newest.Where(move => move.State is MoveState.Failed).ToList(), Tone.Bad);
        AddCount("NeedConnection", facts.Refused, "/settings", Tone.Bad);
        AddCount("NeedMapping", facts.Unconfirmed, "/networks", Tone.Warning);
        AddCount("NeedBlocked", facts.Blocked.Count, "/readiness", Tone.Warning);
        return needs;

        void Add(string key, List<MoveRecord> found, Tone tone) => AddCount(key, found.Count, found.Count > 0 ? RunAddress.Of(found[0].Run, found[0].Id) : "", tone);

        void AddCount(string key, int count, string href, Tone tone)
        {
            if (count > 0)
            {
                needs.Add(new Need(key, count, href, tone));
            }
        }
    }
}
