using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Faults;
using Relocation.Simulator.Tasks;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>One storage migration as the pools' databases see it: writes down each step, and undoes or leaves what it has made.</summary>
internal sealed class MoveRun : IMigrationWitness
{
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(45);

    private readonly SimulatedWorld world;
    private readonly MovePlan plan;
    private readonly XapiTask task;
    private readonly IReadOnlyList<DiskStage> stages;
    private readonly PoolDatabase source;
    private readonly PoolDatabase destination;
    private IReadOnlyList<XapiObject> imported = [];
    private MigrationStep reached;

    public MoveRun(SimulatedWorld world, MovePlan plan, XapiTask task, ActiveMigration active)
    {
        this.world = world;
        this.plan = plan;
        this.task = task;
        Active = active;
        source = plan.Source.Database;
        destination = plan.Destination.Database;
        var mirror = source.Identifiers.Uuid();
        stages = [.. plan.Moving.Select(disk => new DiskStage(plan, disk, mirror))];
        Result = plan.Request.Vm.Ref;
    }

    /// <summary>Its place among what is under way.</summary>
    public ActiveMigration Active { get; }

    /// <summary>The VM's reference at the destination.</summary>
    public string Result { get; private set; }

    /// <summary>Whether it is too late to cancel.</summary>
    public bool IsPastReturn => reached >= MigrationStep.Suspend;

    /// <summary>The reference of the disk that took the place of one.</summary>
    public string DiskResult(XapiObject vdi) => stages.FirstOrDefault(stage => stage.Old == vdi)?.New?.Ref ?? vdi.Ref;

    private bool IsLocal => plan.Request.IsIntraPool;

    private XapiObject Vm => plan.Request.Vm;

    /// <inheritdoc/>
    public WorldWait? Enter(MigrationStep step, int disk)
    {
        reached = step;
        var fault = world.Engine.Faults.Take(step, disk, Vm.Uuid);
        if (fault is { Kind: StepFaultKind.Fail })
        {
            throw new XapiException(fault.Error[0], [.. fault.Error.Skip(1)]);
        }
        Write(step, disk);
        return fault is null ? null : Suffer(fault);
    }

    /// <inheritdoc/>
    public void Progress(double fraction) => task.Report(fraction);

    /// <summary>The migration is over: a failure is undone as far as the toolstack that ran it still lives.</summary>
    public void End(Exception? failure)
    {
        switch (failure)
        {
            case null:
                world.Engine.Ended(Active, "success");
                return;
            case ToolstackLostException lost:
                Leave(lost);
                break;
            default:
                Undo(withDestination: true);
                break;
        }
        world.Engine.Ended(Active, failure is OperationCanceledException ? "cancelled" : (failure as XapiException)?.Code ?? "INTERNAL_ERROR");
    }

    /// <summary>The step has begun; it goes on when it is let go, or never.</summary>
    private WorldGateWait Suffer(StepFault fault)
    {
        Active.Stall = new WorldGateWait();
        if (fault.Kind != StepFaultKind.Stall)
        {
            world.Engine.Timeline.Schedule(TimeSpan.Zero, () => new Disruptions(world).Apply(fault.Kind, plan));
        }
        return Active.Stall;
    }

    private void Write(MigrationStep step, int disk)
    {
        switch (step)
        {
            case MigrationStep.DiskBegin:
                stages[disk].Begin();
                break;
            case MigrationStep.DiskEnd:
                stages[disk].End();
                break;
            case MigrationStep.Metadata:
                Import();
                break;
            case MigrationStep.Balloon when Vm.Text("power_state") != "Running":
                // The guest was shut down while its disks were copied: there is no domain to move.
                throw XapiException.Internal($"Xenops_interface.Xenopsd_error([S(Does_not_exist);[S(VM);S({Vm.Uuid})]])");
            case MigrationStep.Suspend:
                SetCancellable(false);
                break;
            case MigrationStep.Resume:
                Resume();
                break;
            case MigrationStep.CleanUp:
                SetCancellable(false);
                Settle();
                break;
            case MigrationStep.Done:
                RemoveSource();
                break;
            default:
                break;
        }
    }

    private void SetCancellable(bool may)
    {
        if (task.Row is { } row)
        {
            plan.Source.Database.Set(row, "allowed_operations", may ? XapiSet.OfTexts(["cancel"]) : XapiSet.Empty);
        }
    }

    private void Import()
    {
        if (IsLocal)
        {
            return;
        }
        foreach (var stage in stages)
        {
            source.SetKey(stage.Old, "other_config", "maps_to", stage.New!.Ref);
        }
        destination.Atomically(() =>
        {
            imported = new VmTransplant(plan, DiskMap()).Import();
            foreach (var stage in stages.Where(stage => stage.Old.Bool("is_a_snapshot")))
            {
                var of = stages.FirstOrDefault(other => other.Old.Ref == stage.Old.Text("snapshot_of"));
                destination.Set(stage.New!, "snapshot_of", of?.New?.Ref ?? XapiValue.Null);
            }
            if (plan.Request.IsLive)
            {
                destination.Set(imported[0], "scheduled_to_be_resident_on", plan.Receiver.Ref);
            }
        });
        Result = imported[0].Ref;
    }

    private Dictionary<string, string> DiskMap()
    {
        var map = stages.ToDictionary(stage => stage.Old.Ref, stage => stage.New!.Ref, StringComparer.Ordinal);
        foreach (var disk in plan.Disks.Where(disk => disk.Stays))
        {
            map[disk.Vdi.Ref] = IsLocal ? disk.Vdi.Ref : destination.FindByUuid("VDI", disk.Vdi.Uuid)?.Ref ?? disk.Vdi.Ref;
        }
        return map;
    }

    private void Resume()
    {
        if (IsLocal)
        {
            destination.Set(Vm, "resident_on", plan.Receiver.Ref);
        }
        else
        {
            VmRecords.Run(destination, imported[0], plan.Receiver, world.Engine.Timeline.Now);
        }
    }

    /// <summary>The new disks become ordinary; within the pool the devices follow them.</summary>
    private void Settle()
    {
        foreach (var stage in stages)
        {
            stage.Settle();
            if (IsLocal)
            {
                foreach (var vbd in VmParts.Rows(source, "VBD", stage.Old.Texts("VBDs")).ToList())
                {
                    source.Set(vbd, "VDI", stage.New!.Ref);
                }
                foreach (var vm in source.All("VM").Where(vm => vm.Text("suspend_VDI") == stage.Old.Ref))
                {
                    source.Set(vm, "suspend_VDI", stage.New!.Ref);
                }
            }
        }
        if (!IsLocal && !plan.Request.IsCopy)
        {
            foreach (var vif in VmParts.Vifs(source, Vm))
            {
                source.Set(vif, "currently_attached", false);
            }
            foreach (var vbd in VmParts.Rows(source, "VBD", Vm.Texts("VBDs")).ToList())
            {
                source.Destroy(vbd);
            }
        }
    }

    private void RemoveSource()
    {
        if (plan.Request.IsCopy)
        {
            return;
        }
        source.Atomically(() =>
        {
            foreach (var stage in stages)
            {
                StoreSpace.Destroy(source, stage.Old);
            }
            if (IsLocal)
            {
                return;
            }
            foreach (var snapshot in VmParts.Snapshots(source, Vm).ToList())
            {
                VmRecords.Destroy(source, snapshot);
            }
            var interfaces = VmParts.Vifs(source, Vm).ToList();
            VmRecords.Destroy(source, Vm, keepInterfaces: true);
            // The interfaces' rows stay until the next collection of garbage finds their VM gone.
            world.Engine.Timeline.Schedule(Lingering, () => interfaces.ForEach(source.Destroy));
        });
    }

    private void Undo(bool withDestination)
    {
        if (reached >= MigrationStep.CleanUp)
        {
            return;
        }
        if (withDestination)
        {
            foreach (var row in imported.Reverse())
            {
                VmRecords.Destroy(destination, row);
            }
        }
        foreach (var stage in stages)
        {
            stage.Undo(withDestination);
        }
        if (IsPastReturn && !Vm.IsGone)
        {
            // The guest was suspended for its last pass and has nowhere to go back to.
            VmRecords.Stop(source, Vm);
        }
    }

    /// <summary>Nobody is there to undo: what has been made stays; a guest already handed over runs where it is.</summary>
    private void Leave(ToolstackLostException lost)
    {
        if (!lost.IsSource)
        {
            Undo(withDestination: false);
            return;
        }
        if (!IsPastReturn || IsLocal || reached >= MigrationStep.Resume)
        {
            return;
        }
        VmRecords.Run(destination, imported[0], plan.Receiver, world.Engine.Timeline.Now);
        VmRecords.Stop(source, Vm);
    }
}
