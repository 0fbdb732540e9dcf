using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Sessions;
using Relocation.Simulator.Tasks;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Hosting;

/// <summary>One pool: its objects, its sessions, its tasks, and who may log in.</summary>
public sealed class SimulatedPool
{
    /// <summary>A pool of a database.</summary>
    public SimulatedPool(string name, PoolDatabase database, SimulatedWorld world, PoolCredentials credentials, OperationRegistry operations)
    {
        Name = name;
        Database = database;
        World = world;
        Credentials = credentials;
        Operations = operations;
        Sessions = new SessionRegister(this);
        Tasks = new TaskRegister(this);
        Dispatcher = new Dispatcher(this);
    }

    /// <summary>Its name on this machine: the file's name, or what the options say.</summary>
    public string Name { get; }

    /// <summary>Its objects.</summary>
    public PoolDatabase Database { get; }

    /// <summary>The world it is part of.</summary>
    public SimulatedWorld World { get; }

    /// <summary>The world's time.</summary>
    public WorldClock Clock => World.Clock;

    /// <summary>Who may log in.</summary>
    public PoolCredentials Credentials { get; }

    /// <summary>What its calls do.</summary>
    public OperationRegistry Operations { get; }

    /// <summary>Who is logged in.</summary>
    public SessionRegister Sessions { get; }

    /// <summary>What runs.</summary>
    public TaskRegister Tasks { get; }

    /// <summary>Answers calls.</summary>
    public Dispatcher Dispatcher { get; }

    /// <summary>The address at which the coordinator is reached: what HOST_IS_SLAVE tells.</summary>
    public string CoordinatorAddress { get; set; } = "127.0.0.1";

    /// <summary>The coordinator's host object.</summary>
    public XapiObject Coordinator => Database.Require("host", Database.Pool.Text("master"));

    /// <summary>What a restart of the coordinator's toolstack does: sessions end, running tasks are cancelled and forgotten.</summary>
    public void ForgetSessionsAndTasks()
    {
        Sessions.Clear();
        Tasks.Clear();
    }
}
