namespace Relocation.Core.Waves;

/// <summary>The outcome of an edit of a plan: the new plan, or why it was refused.</summary>
public sealed class PlanChangeResult
{
    private PlanChangeResult(RelocationPlan? plan, string code, IReadOnlyDictionary<string, string> parameters)
    {
        Plan = plan;
        Code = code;
        Parameters = parameters;
    }

    /// <summary>The plan as edited, or null when the edit was refused. Its revision is still the old one: storing it makes the new one.</summary>
    public RelocationPlan? Plan { get; }

    /// <summary>Stable code of the refusal, such as `vm-already-planned`; empty when accepted.</summary>
    public string Code { get; }

    /// <summary>Facts for the refusal's text by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Accepts the edit.</summary>
    public static PlanChangeResult Accept(RelocationPlan plan) => new(plan, "", new Dictionary<string, string>());

    /// <summary>Refuses the edit.</summary>
    public static PlanChangeResult Refuse(string code, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            facts[name] = value;
        }

        return new PlanChangeResult(null, code, facts);
    }

    /// <summary>Goes on with another edit if this one was accepted.</summary>
    public PlanChangeResult Then(Func<RelocationPlan, PlanChangeResult> next) => Plan is { } plan ? next(plan) : this;
}
