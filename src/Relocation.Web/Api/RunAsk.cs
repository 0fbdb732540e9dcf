using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Web.Access;
using Relocation.Web.Features;
using Relocation.Web.Features.Execution;

namespace Relocation.Web.Api;

/// <summary>One request to a run for the caller of the present request.</summary>
public sealed class RunAsk(RunControl control, IHttpContextAccessor request, ApiAnswer answer)
{
    /// <summary>Asks, and answers with nothing or the refusal.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> RunAsync(Func<RunControl, Actor, CancellationToken, Task<ActionOutcome>> ask)
    {
        var context = request.HttpContext!;
        return answer.Of(await ask(control, Actor.Of(context.User), context.RequestAborted));
    }
}
