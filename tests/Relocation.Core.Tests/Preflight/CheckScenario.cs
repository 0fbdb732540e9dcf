using Relocation.Core.Preflight;

namespace Relocation.Core.Tests.Preflight;

/// <summary>A relocation looked at for one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Run">Runs preflight over it.</param>
/// <param name="Error">The error foreseen, as text; empty for none.</param>
internal sealed record CheckScenario(string Code, Func<PreflightReport> Run, string Error)
{
    /// <summary>Codes that cannot but be found with it.</summary>
    public IReadOnlyList<string> Company { get; private init; } = [];

    /// <summary>The VM it is found for.</summary>
    public string Vm { get; private init; } = "vm/web";

    public CheckScenario Also(params string[] codes) => this with { Company = codes };

    public CheckScenario On(string vm) => this with { Vm = vm };
}
