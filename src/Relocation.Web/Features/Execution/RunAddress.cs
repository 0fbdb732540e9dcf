using Relocation.Core.Waves;

namespace Relocation.Web.Features.Execution;

/// <summary>Addresses of the pages about runs.</summary>
public static class RunAddress
{
    /// <summary>A run.</summary>
    public static string Of(RunId run) => $"/runs/{run}";

    /// <summary>A run with one of its moves open.</summary>
    public static string Of(RunId run, MoveId move) => $"/runs/{run}?move={move}";

    /// <summary>The report of a run.</summary>
    public static string Report(RunId run) => $"/reports/runs/{run}";
}
