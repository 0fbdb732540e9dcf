using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Schema;

namespace Relocation.Simulator.Events;

/// <summary>What a reader of events wants: <c>*</c>, a class in any case, or a class with a reference after a slash.</summary>
internal sealed class EventSubscription
{
    private readonly bool isEverything;
    private readonly HashSet<string> classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Class, string Ref)> objects = [];

    /// <exception cref="XapiException">EVENT_SUBSCRIPTION_PARSE_FAILURE.</exception>
    public EventSubscription(IEnumerable<string> wishes)
    {
        foreach (var wish in wishes)
        {
            var parts = wish.Split('/');
            switch (parts)
            {
                case ["*"]:
                    isEverything = true;
                    break;
                case [var @class]:
                    classes.Add(@class);
                    break;
                case [var @class, var reference]:
                    objects.Add((@class.ToLowerInvariant(), reference));
                    break;
                default:
                    throw new XapiException("EVENT_SUBSCRIPTION_PARSE_FAILURE", wish);
            }
        }
    }

    /// <summary>Whether it asks for tasks alone: then changes are told without waiting for more of them.</summary>
    public bool IsTaskOnly =>
        !isEverything && classes.All(item => item.Equals("task", StringComparison.OrdinalIgnoreCase)) && objects.All(item => item.Class == "task");

    public bool WantsClass(XapiClass @class) => isEverything || classes.Contains(@class.Name);

    public bool Wants(XapiClass @class, string reference) =>
        @class.IsEvented && (WantsClass(@class) || (objects.Count > 0 && objects.Contains((@class.EventName, reference))));
}
