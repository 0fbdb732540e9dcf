namespace Relocation.Core.Preflight.Checks;

/// <summary>An encrypted disk does not change SRs (xapi_vm_migrate.ml).</summary>
internal sealed class EncryptedDiskCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("disk.encrypted", Severity.Blocks, "decrypt-disk", "VDI_IS_ENCRYPTED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from disk in move.Disks
        where disk.Vdi.SmConfig.ContainsKey("key_hash")
        select Kind.About(ObjectRef.To(disk.Vdi), move, [disk.Vdi.Uuid], ("disk", disk.Vdi.Name));
}
