using Microsoft.Extensions.Localization;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>A failure in plain words; one without words of its own is told by its code.</summary>
public static class FailureWords
{
    /// <summary>The sentence.</summary>
    public static string Of(IStringLocalizer<ExecutionText> text, MoveFailure failure)
    {
        var found = text["failure." + failure.Code];
        return found.ResourceNotFound ? text["FailureOther", failure.Code] : found;
    }

    /// <summary>Code and parameters on one line, to be copied.</summary>
    public static string Code(MoveFailure failure) => failure.Parameters.Count == 0 ? failure.Code : $"{failure.Code} [{string.Join(", ", failure.Parameters)}]";
}
