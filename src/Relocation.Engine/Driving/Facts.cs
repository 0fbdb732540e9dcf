namespace Relocation.Engine.Driving;

/// <summary>Facts by name for a journal line.</summary>
internal static class Facts
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Of(params (string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);
}
