using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.World;

/// <summary>What the simulated pools share: a clock, a seed, each other.</summary>
public sealed class SimulatedWorld
{
    private readonly List<SimulatedPool> pools = [];

    /// <summary>A world without pools.</summary>
    /// <param name="clock">Its time.</param>
    /// <param name="seed">What its random choices follow from.</param>
    public SimulatedWorld(WorldClock clock, int seed)
    {
        Clock = clock;
        Seed = seed;
        Identifiers = new IdentifierSource(seed);
        Engine = new WorldEngine(clock, seed);
    }

    /// <summary>Raised, under the timeline's gate, after a coordinator's toolstack has restarted.</summary>
    public event Action<SimulatedPool>? CoordinatorRestarted;

    /// <summary>Its time.</summary>
    public WorldClock Clock { get; }

    /// <summary>What its random choices follow from.</summary>
    public int Seed { get; }

    /// <summary>Where uuids and references come from.</summary>
    public IdentifierSource Identifiers { get; }

    /// <summary>What moves in it.</summary>
    public WorldEngine Engine { get; }

    /// <summary>The pools, in the order they came.</summary>
    public IReadOnlyList<SimulatedPool> Pools
    {
        get
        {
            lock (pools)
            {
                return [.. pools];
            }
        }
    }

    /// <summary>Adds a pool.</summary>
    public void Add(SimulatedPool pool)
    {
        lock (pools)
        {
            pools.Add(pool);
        }
        ToolstackStart.Register(pool.Database);
        AllowedOperations.Follow(pool.Database);
    }

    /// <summary>The pool a session belongs to: how a migration finds its destination. Null when no pool knows the session.</summary>
    public SimulatedPool? FindPoolOfSession(string session) => Pools.FirstOrDefault(pool => pool.Sessions.Find(session) is not null);

    internal void TellRestarted(SimulatedPool pool) => CoordinatorRestarted?.Invoke(pool);
}
