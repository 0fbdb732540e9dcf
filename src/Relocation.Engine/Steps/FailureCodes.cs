namespace Relocation.Engine.Steps;

/// <summary>The engine's own stable codes of why a move failed or is unknown; every other code is XAPI's. Their texts are in the interface's resources.</summary>
public static class FailureCodes
{
    /// <summary>The VM is not in the source pool. No parameters.</summary>
    public const string VmNotAtSource = "vm-not-at-source";

    /// <summary>The VM is in the target pool already. No parameters.</summary>
    public const string VmAlreadyAtTarget = "vm-already-at-target";

    /// <summary>Both pools know the VM. No parameters.</summary>
    public const string VmInBothPools = "vm-in-both-pools";

    /// <summary>Neither pool knows the VM. No parameters.</summary>
    public const string VmInNeitherPool = "vm-in-neither-pool";

    /// <summary>Something else goes on with the VM. Parameters: the operations.</summary>
    public const string VmBusy = "vm-busy";

    /// <summary>It runs although it was to move stopped, or the other way round. Parameters: expected, seen.</summary>
    public const string PowerStateChanged = "power-state-changed";

    /// <summary>Disks were added or removed since the runbook was frozen. Parameters: their uuids.</summary>
    public const string DisksChanged = "disks-changed";

    /// <summary>Disks have another size than in the runbook. Parameters: their uuids.</summary>
    public const string DisksResized = "disks-resized";

    /// <summary>Interfaces were added since the runbook was frozen. Parameters: their uuids.</summary>
    public const string InterfacesChanged = "interfaces-changed";

    /// <summary>The engine has no way to do this method. Parameters: the method.</summary>
    public const string MethodNotSupported = "method-not-supported";

    /// <summary>The pool says that the task ended well, but the VM has not come. Parameters: where it is.</summary>
    public const string SuccessNotSeen = "success-not-seen";

    /// <summary>The pool has forgotten the task and the VM is still at the source. Parameters: its power state.</summary>
    public const string TaskLost = "task-lost";

    /// <summary>Sending was not answered and facts do not tell whether it began. Parameters: what was found.</summary>
    public const string SendUnanswered = "send-unanswered";

    /// <summary>The outcome could not be proved. Parameters: each unproved point.</summary>
    public const string OutcomeNotProved = "outcome-not-proved";

    /// <summary>What the move drops could not all be put back. Parameters: each attribute.</summary>
    public const string AttributesNotRestored = "attributes-not-restored";

    /// <summary>A pool did not answer for too long. Parameters: the message.</summary>
    public const string PoolUnreachable = "pool-unreachable";

    /// <summary>A step ended well but was not observed done. Parameters: the step.</summary>
    public const string NotObserved = "not-observed";

    /// <summary>A person declared it failed. Parameters: the code it had before.</summary>
    public const string DeclaredFailed = "declared-failed";

    /// <summary>The engine itself failed. Parameters: type and message of the fault.</summary>
    public const string EngineFault = "engine-fault";
}
