namespace Relocation.Core.Preflight.Checks;

/// <summary>Both pools must be licensed to move disks: the source is asked by the pre-check, the target when it is to receive (xapi_vm_migrate.ml, pool_features.ml).</summary>
internal sealed class StorageMotionLicenceCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("pool.storage-motion-restricted", Severity.Blocks, "license-pool", "LICENCE_RESTRICTION");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        from view in new[] { move.Source, move.Target }
        let pool = view.Snapshot.Pool
        where pool.Restrictions.GetValueOrDefault("restrict_storage_xen_motion") is "true"
        select Kind.About(ObjectRef.To(pool), move, ["Storage_motion"], ("pool", pool.Name));
}
