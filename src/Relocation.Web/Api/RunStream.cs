using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features;

namespace Relocation.Web.Api;

/// <summary>A run as server-sent events: first `state` with everything, then `change` for each change, and `end` when the run has ended.</summary>
internal static class RunStream
{
    public static async Task<Results<ServerSentEventsResult<object>, ProblemHttpResult>> WatchAsync(Guid run, RunService service, ApiAnswer answer, HttpContext context)
    {
        var subscription = await service.SubscribeAsync(new RunId(run), context.RequestAborted);
        return subscription is null
            ? answer.Refusal(ActionOutcome.Refused(RefusalReasons.RunNotFound, ("run", run.ToString())))
            : TypedResults.ServerSentEvents(EventsAsync(subscription, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(RunSubscription subscription, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (subscription)
        {
            yield return new SseItem<object>(subscription.State, "state");
            if (subscription.State.Run.State.HasEnded())
            {
                yield return new SseItem<object>(subscription.State.Run, "end");
                yield break;
            }

            await foreach (var change in subscription.Changes.ReadAllAsync(cancellationToken))
            {
                yield return new SseItem<object>(change, "change");
                if (Ends(change.Entry) && change.Run is { } run)
                {
                    yield return new SseItem<object>(run, "end");
                    yield break;
                }
            }
        }
    }

    /// <summary>The line itself must say so: the record that comes with a line may be newer, and lines that follow would be lost.</summary>
    private static bool Ends(JournalEntry? entry) =>
        entry is { Kind: JournalKind.RunStateChanged } && Enum.TryParse<RunState>(entry.Detail.GetValueOrDefault("state"), out var state) && state.HasEnded();
}
