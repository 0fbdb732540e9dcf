using Relocation.Core.Waves;

namespace Relocation.Data.Plans;

/// <summary>Somebody saved the plan in the meantime; nothing was written.</summary>
/// <param name="plan">The relocation.</param>
/// <param name="expected">Revision the change was based on.</param>
/// <param name="present">Revision the plan is at.</param>
public sealed class StalePlanException(RelocationId plan, long expected, long present)
    : Exception($"Plan {plan} is at revision {present}; the change was based on revision {expected}.")
{
    /// <summary>Revision the change was based on.</summary>
    public long Expected { get; } = expected;

    /// <summary>Revision the plan is at.</summary>
    public long Present { get; } = present;
}
