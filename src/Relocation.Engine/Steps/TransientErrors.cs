namespace Relocation.Engine.Steps;

/// <summary>Answers of XAPI that pass by themselves (conditions in message_forwarding.ml and xapi_vm_migrate.ml).</summary>
internal static class TransientErrors
{
    private static readonly HashSet<string> BeforeSending = new(StringComparer.Ordinal)
    {
        "OTHER_OPERATION_IN_PROGRESS",
        "HOST_DISABLED",
        "HOST_NOT_LIVE",
        "TLS_CONNECTION_FAILED",
        "CANNOT_CONTACT_HOST",
        "HOST_NOT_ENOUGH_FREE_MEMORY",
        "HA_OPERATION_WOULD_BREAK_FAILOVER_PLAN",
        "TOO_MANY_STORAGE_MIGRATES",
    };

    /// <summary>Raised before the first byte; every other error may come after hours of copying, and a person decides about those.</summary>
    private static readonly HashSet<string> OfTask = new(StringComparer.Ordinal) { "OTHER_OPERATION_IN_PROGRESS", "TOO_MANY_STORAGE_MIGRATES" };

    /// <summary>The check or the send was refused for a reason that passes.</summary>
    public static bool MayPass(string code) => BeforeSending.Contains(code);

    /// <summary>The task ended before it began, for a reason that passes.</summary>
    public static bool EndedBeforeItBegan(string code) => OfTask.Contains(code);
}
