using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Web.Access;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Api;

/// <summary>One edit of a plan for the caller of the present request.</summary>
public sealed class PlanEdit(PlanEditing editing, IHttpContextAccessor request, ApiAnswer answer)
{
    /// <summary>Applies the edit and answers with the plan as stored.</summary>
    public async Task<Results<Ok<RelocationPlan>, ProblemHttpResult>> RunAsync(
        Guid relocation, long? revision, string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit)
    {
        var context = request.HttpContext!;
        var result = await editing.EditAsync(Actor.Of(context.User), new RelocationId(relocation), revision, action, edit, context.RequestAborted);
        return answer.Of(result.Outcome, result.Plan);
    }
}
