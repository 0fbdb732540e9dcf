using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Faults;

/// <summary>Brings faults about in a served world.</summary>
public sealed class FaultControl
{
    private readonly SimulatorServer server;
    private readonly Disruptions disruptions;
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> dropped = new(StringComparer.Ordinal);
    private Task last = Task.CompletedTask;

    internal FaultControl(SimulatorServer server)
    {
        this.server = server;
        disruptions = new Disruptions(server.World);
        server.World.CoordinatorRestarted += pool => Later(() => ReopenAsync(ServedPoolOf(pool.Name)));
    }

    /// <summary>Orders a fault: at once, at its time, or at a migration's step.</summary>
    /// <exception cref="FormatException">The order names what is not there.</exception>
    public void Order(FaultOrder order)
    {
        if (Enum.TryParse<StepFaultKind>(order.Do, ignoreCase: true, out var kind))
        {
            server.World.Engine.Faults.Add(StepFaultOf(order, kind));
            return;
        }
        var action = ActionOf(order);
        if (order.After > 0)
        {
            server.World.Engine.Do(() => server.World.Engine.Timeline.Schedule(TimeSpan.FromSeconds(order.After), action));
        }
        else
        {
            action();
        }
    }

    /// <summary>Ends when all that was ordered so far has happened to the sockets too.</summary>
    public Task SettledAsync()
    {
        lock (gate)
        {
            return last;
        }
    }

    private StepFault StepFaultOf(FaultOrder order, StepFaultKind kind)
    {
        if (!Enum.TryParse<MigrationStep>(order.Step, ignoreCase: true, out var step) || !Enum.IsDefined(step))
        {
            throw new FormatException($"'{order.Step}' is no step; steps are {string.Join(", ", Enum.GetNames<MigrationStep>())}.");
        }
        if (order.Error.Count == 0 || order.Times < 1)
        {
            throw new FormatException("A fault at a step has an error of at least a code, and happens at least once.");
        }
        return new StepFault(kind, step) { Disk = order.Disk, Times = order.Times, Error = order.Error, VmUuid = VmUuidOf(order.Vm) };
    }

    private string VmUuidOf(string vm) => vm.Length == 0 ? "" : server.World.Pools
        .SelectMany(pool => pool.Database.All("VM").Where(row => !row.Bool("is_a_snapshot"))).FirstOrDefault(row => row.Uuid == vm || row.Text("name_label") == vm)?.Uuid
        ?? throw new FormatException($"No pool has a VM '{vm}'.");

    private Action ActionOf(FaultOrder order)
    {
        switch (order.Do.ToUpperInvariant())
        {
            case "RESTARTCOORDINATOR":
                var restarted = PoolOf(order);
                return () => disruptions.RestartCoordinator(restarted);
            case "DROPCONNECTIONS":
                var dropped = ServedPoolOf(order.Pool);
                return () => Later(() => DropAsync(dropped, TimeSpan.FromSeconds(order.Seconds)));
            case "CRASHHOST":
                var (crashed, crashedHost) = HostOf(order);
                return () => disruptions.CrashHost(crashed, crashedHost.Uuid);
            case "REVIVEHOST":
                var (revived, revivedHost) = HostOf(order);
                return () => disruptions.ReviveHost(revived, revivedHost.Uuid);
            case "FILLSTORE":
                var filled = PoolOf(order);
                var store = Named(filled, "SR", order.Store);
                return () => disruptions.FillStore(filled, store.Uuid, order.LeaveBytes);
            case "SETLINK":
                return server.World.Engine.Network.FindLink(order.Link) is null
                    ? throw new FormatException($"There is no link '{order.Link}'.")
                    : () => disruptions.SetLink(order.Link, order.BytesPerSecond);
            case "SETSPEED":
                return () => server.World.Clock.Speed = order.Speed;
            case "RELEASESTALLS":
                return disruptions.ReleaseStalls;
            case "CLEAR":
                return server.World.Engine.Faults.Clear;
            default:
                throw new FormatException($"'{order.Do}' is nothing that can be done.");
        }
    }

    private SimulatedPool PoolOf(FaultOrder order) => ServedPoolOf(order.Pool).Pool;

    private ServedPool ServedPoolOf(string name) => server.FindPool(name) ?? throw new FormatException($"There is no pool '{name}'.");

    private (SimulatedPool Pool, XapiObject Host) HostOf(FaultOrder order)
    {
        var pool = PoolOf(order);
        return (pool, Named(pool, "host", order.Host));
    }

    private static XapiObject Named(SimulatedPool pool, string @class, string name) =>
        pool.Database.All(@class).FirstOrDefault(row => row.Uuid == name || row.Text("name_label") == name)
        ?? throw new FormatException($"The pool has no {@class} '{name}'.");

    private async Task DropAsync(ServedPool pool, TimeSpan refused)
    {
        if (refused <= TimeSpan.Zero)
        {
            pool.CutConnections();
            return;
        }
        dropped[pool.Name] = dropped.GetValueOrDefault(pool.Name) + 1;
        await pool.CloseAsync().ConfigureAwait(false);
        _ = ReturnAsync(pool, refused);
    }

    private async Task ReturnAsync(ServedPool pool, TimeSpan refused)
    {
        await Task.Delay(refused, server.World.Clock.Wall).ConfigureAwait(false);
        Later(() =>
        {
            dropped[pool.Name]--;
            ComeUp(pool);
            return Task.CompletedTask;
        });
    }

    private async Task ReopenAsync(ServedPool pool)
    {
        await pool.CloseAsync().ConfigureAwait(false);
        ComeUp(pool);
    }

    private void ComeUp(ServedPool pool)
    {
        if (dropped.GetValueOrDefault(pool.Name) == 0)
        {
            pool.ComeUp();
        }
    }

    /// <summary>Sockets are not the world's: what happens to them happens outside its gate, one thing after another.</summary>
    private void Later(Func<Task> action)
    {
        lock (gate)
        {
            last = Next(last, action);
        }
    }

    private static async Task Next(Task before, Func<Task> action)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        await action().ConfigureAwait(false);
    }
}
