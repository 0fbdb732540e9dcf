using Relocation.Core.Hypervisors;

namespace Relocation.Core.Preflight;

/// <summary>What a check may find; all of them together are the catalogue.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">What it means.</param>
/// <param name="RemedyCode">What to do about it; empty when there is nothing to do.</param>
/// <param name="Predicts">XAPI error code it foresees as a rule; empty when XAPI does not check it.</param>
/// <param name="Transient">It may pass by itself.</param>
public sealed record FindingKind(string Code, Severity Severity, string RemedyCode, string Predicts = "", bool Transient = false)
{
    /// <summary>A finding of this kind about the VM itself.</summary>
    /// <param name="move">The move it concerns.</param>
    /// <param name="error">Parameters of the predicted error, uuids in place of references.</param>
    /// <param name="parameters">Facts for the text.</param>
    public Finding About(MoveCandidate move, IReadOnlyList<string> error, params ReadOnlySpan<(string Name, string Value)> parameters) =>
        About(ObjectRef.To(move.Vm), move, error, parameters);

    /// <summary>A finding of this kind about another object that the move depends on.</summary>
    /// <param name="subject">The object.</param>
    /// <param name="move">The move it concerns.</param>
    /// <param name="error">Parameters of the predicted error, uuids in place of references.</param>
    /// <param name="parameters">Facts for the text.</param>
    public Finding About(ObjectRef subject, MoveCandidate move, IReadOnlyList<string> error, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["vm"] = move.Vm.Name };
        foreach (var (name, value) in parameters)
        {
            facts[name] = value;
        }

        return new Finding(Code, Severity, subject, facts, RemedyCode)
        {
            Vm = move.Planned.Vm,
            Predicts = Predicts.Length > 0 ? new HypervisorError(Predicts, error) : null,
            Transient = Transient,
        };
    }
}
