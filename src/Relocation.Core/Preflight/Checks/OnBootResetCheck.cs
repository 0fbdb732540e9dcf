namespace Relocation.Core.Preflight.Checks;

/// <summary>A disk that is reset on boot does not move, even of a halted VM; XAPI's own pre-check does not see it (xapi_vm_migrate.ml, migrate_send').</summary>
internal sealed class OnBootResetCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.resets-on-boot", Severity.Blocks, "set-on-boot-persist", "VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.Vdi.OnBoot == "reset"
        select Kind.About(ObjectRef.To(disk.Vdi), move, [disk.Vdi.Uuid], ("disk", disk.Vdi.Name));
}
