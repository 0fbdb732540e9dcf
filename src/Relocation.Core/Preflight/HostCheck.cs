using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>A check of the receiving host. With a planned host it looks at that one; otherwise it finds something only when no host of the target pool would do.</summary>
public abstract class HostCheck : IPreflightCheck
{
    /// <inheritdoc />
    public abstract FindingKind Kind { get; }

    /// <summary>Why this host cannot receive the move, or null when it can.</summary>
    public abstract Finding? Refuse(PreflightContext context, MoveCandidate move, Host host);

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        Finding? first = null;
        foreach (var host in move.Hosts)
        {
            if (Refuse(context, move, host) is not { } finding)
            {
                return [];
            }

            first ??= finding;
        }

        return first is null ? [] : [first];
    }
}
