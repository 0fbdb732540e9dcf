namespace Relocation.Web.Features;

/// <summary>What came of an action. Refusals carry a stable code that both interface and API translate.</summary>
/// <param name="Done">It was done.</param>
/// <param name="Code">Why not; empty when done.</param>
/// <param name="Parameters">Facts for the text.</param>
public sealed record ActionOutcome(bool Done, string Code, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>It was done.</summary>
    public static readonly ActionOutcome Success = new(true, "", None);

    /// <summary>The actor's role does not hold the permission.</summary>
    public static readonly ActionOutcome Forbidden = Refused("forbidden");

    /// <summary>It was not done.</summary>
    public static ActionOutcome Refused(string code) => new(false, code, None);

    /// <summary>It was not done.</summary>
    public static ActionOutcome Refused(string code, params (string Name, string Value)[] parameters) =>
        new(false, code, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
