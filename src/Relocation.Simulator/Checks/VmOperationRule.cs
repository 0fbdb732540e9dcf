namespace Relocation.Simulator.Checks;

/// <summary>When a VM may undergo an operation (ocaml/xapi/xapi_vm_lifecycle.ml).</summary>
/// <param name="Name">The word of vm_operations.</param>
/// <param name="States">Power states it may start from, as the API spells them, in the order error texts list them.</param>
/// <param name="Templates">Whether templates that are not default ones take it.</param>
/// <param name="DefaultTemplates">Whether default templates take it.</param>
/// <param name="Snapshots">Whether snapshots take it.</param>
/// <param name="Feature">The guest feature a running HVM guest must have, or empty.</param>
internal sealed record VmOperationRule(string Name, string[] States, bool Templates, bool DefaultTemplates, bool Snapshots, string Feature = "")
{
    private static readonly string[] HaltedOnly = ["Halted"];
    private static readonly string[] RunningOnly = ["Running"];
    private static readonly string[] AtRest = ["Halted", "Suspended"];
    private static readonly string[] Everywhere = ["Halted", "Paused", "Suspended", "Running"];

    /// <summary>Every operation that allowed_operations may list, in its order.</summary>
    public static IReadOnlyList<VmOperationRule> All { get; } =
    [
        new("sysprep", RunningOnly, false, false, false),
        new("create_vtpm", HaltedOnly, false, false, false),
        new("destroy", AtRest, true, false, true),
        new("metadata_export", Everywhere, true, true, true),
        new("export", AtRest, true, true, true),
        new("make_into_template", HaltedOnly, false, false, false),
        new("changing_NVRAM", HaltedOnly, true, true, false),
        new("changing_shadow_memory", HaltedOnly, true, true, false),
        new("changing_static_range", HaltedOnly, true, true, false),
        new("changing_VCPUs_live", RunningOnly, false, false, false, "feature-vcpu-hotplug"),
        new("changing_dynamic_range", ["Halted", "Running"], true, true, false),
        new("migrate_send", ["Halted", "Suspended", "Running"], true, false, false, "feature-suspend"),
        new("pool_migrate", RunningOnly, false, false, false, "feature-suspend"),
        new("resume_on", ["Suspended"], false, false, false),
        new("resume", ["Suspended"], false, false, false),
        new("suspend", RunningOnly, false, false, false, "feature-suspend"),
        new("hard_reboot", ["Paused", "Running"], false, false, false),
        new("hard_shutdown", ["Paused", "Suspended", "Running"], false, false, true),
        new("clean_reboot", RunningOnly, false, false, false, "feature-reboot"),
        new("clean_shutdown", RunningOnly, false, false, false, "feature-shutdown"),
        new("unpause", ["Paused"], false, false, false),
        new("pause", RunningOnly, false, false, false),
        new("start_on", HaltedOnly, false, false, false),
        new("start", HaltedOnly, false, false, false),
        new("provision", HaltedOnly, true, true, false),
        new("revert", AtRest, false, false, true),
        new("copy", HaltedOnly, true, true, true),
        new("clone", HaltedOnly, true, true, true),
        new("checkpoint", ["Paused", "Suspended", "Running"], false, false, false, "feature-suspend"),
        new("snapshot", Everywhere, false, false, false),
    ];

    private static readonly Dictionary<string, VmOperationRule> ByName = All.ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>The rule of an operation, or null when lifecycle has nothing to say about it.</summary>
    public static VmOperationRule? Find(string operation) => ByName.GetValueOrDefault(operation);
}
