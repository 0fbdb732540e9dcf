using Relocation.Simulator.Hosting;
using Relocation.Simulator.Operations;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Faults;

/// <summary>What can befall a world at once, by name of pool and uuid of object.</summary>
public sealed class Disruptions(SimulatedWorld world)
{
    /// <summary>
    /// Restarts a coordinator's toolstack: its sessions and tasks vanish; migrations its pool sends die with what they have made, unless the guest had
    /// already been handed over; migrations its pool receives fail at their sender.
    /// </summary>
    public void RestartCoordinator(SimulatedPool pool) =>
        world.Engine.Do(() =>
        {
            foreach (var active in world.Engine.Active.ToList())
            {
                if (active.Truth.Source == pool.Name)
                {
                    active.Process?.Interrupt(new ToolstackLostException(isSource: true));
                }
                else if (active.Truth.Destination == pool.Name)
                {
                    active.Process?.Interrupt(new ToolstackLostException(isSource: false));
                }
            }
            pool.ForgetSessionsAndTasks();
            world.TellRestarted(pool);
        });

    /// <summary>Takes a host's power: its guests halt, what it sends or receives dies.</summary>
    public void CrashHost(SimulatedPool pool, string hostUuid) =>
        world.Engine.Do(() =>
        {
            var database = pool.Database;
            var host = database.FindByUuid("host", hostUuid) ?? throw new ArgumentException($"The pool has no host '{hostUuid}'.", nameof(hostUuid));
            foreach (var active in world.Engine.Active.Where(active => active.SourceHost == hostUuid || active.DestinationHost == hostUuid).ToList())
            {
                active.Process?.Interrupt(new ToolstackLostException(active.SourceHost == hostUuid));
            }
            database.Atomically(() =>
            {
                foreach (var vm in database.All("VM").Where(vm => vm.Text("resident_on") == host.Ref && !vm.Bool("is_control_domain")).ToList())
                {
                    VmRecords.Stop(database, vm);
                }
                database.Set(host, "enabled", false);
                if (database.Find("host_metrics", host.Text("metrics")) is { } metrics)
                {
                    database.Set(metrics, "live", false);
                }
            });
            if (database.Pool.Text("master") == host.Ref)
            {
                pool.ForgetSessionsAndTasks();
                world.TellRestarted(pool);
            }
        });

    /// <summary>Brings a crashed host back, without guests.</summary>
    public void ReviveHost(SimulatedPool pool, string hostUuid) =>
        world.Engine.Do(() =>
        {
            var host = pool.Database.FindByUuid("host", hostUuid) ?? throw new ArgumentException($"The pool has no host '{hostUuid}'.", nameof(hostUuid));
            pool.Database.Set(host, "enabled", true);
            if (pool.Database.Find("host_metrics", host.Text("metrics")) is { } metrics)
            {
                pool.Database.Set(metrics, "live", true);
            }
        });

    /// <summary>Fills a store but for some bytes.</summary>
    public void FillStore(SimulatedPool pool, string storeUuid, long leaveBytes) =>
        world.Engine.Do(() =>
        {
            var sr = pool.Database.FindByUuid("SR", storeUuid) ?? throw new ArgumentException($"The pool has no store '{storeUuid}'.", nameof(storeUuid));
            pool.Database.Set(sr, "physical_utilisation", Math.Max(0, sr.Number("physical_size") - leaveBytes));
        });

    /// <summary>Sets what a link carries, bytes per second; zero takes it down.</summary>
    public void SetLink(string link, double bytesPerSecond) =>
        world.Engine.Do(() => world.Engine.Network.SetCapacity(
            world.Engine.Network.FindLink(link) ?? throw new ArgumentException($"There is no link '{link}'.", nameof(link)), bytesPerSecond));

    /// <summary>Lets every stalled step go on.</summary>
    public void ReleaseStalls() =>
        world.Engine.Do(() =>
        {
            foreach (var active in world.Engine.Active.ToList())
            {
                active.Stall?.Open();
            }
        });

    internal void Apply(StepFaultKind kind, MovePlan plan)
    {
        switch (kind)
        {
            case StepFaultKind.RestartSource:
                RestartCoordinator(plan.Source);
                break;
            case StepFaultKind.RestartDestination:
                RestartCoordinator(plan.Destination);
                break;
            case StepFaultKind.CrashSourceHost:
                CrashHost(plan.Source, plan.Sender.Uuid);
                break;
            case StepFaultKind.CrashDestinationHost:
                CrashHost(plan.Destination, plan.Receiver.Uuid);
                break;
            default:
                break;
        }
    }
}
