using Microsoft.Extensions.Logging.Abstractions;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Driving;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Tests.Support;

/// <summary>A run in the fake world, and engine processes that drive it and die.</summary>
internal sealed class Scenario
{
    public static readonly PoolId Old = new("pool-old");
    public static readonly PoolId New = new("pool-new");
    public static readonly HostId NewHost = new("host-new");
    public static readonly HostId OldHost = new("host-old");
    private static readonly SrId NewSr = new("sr-new");
    private static readonly NetworkId NewNetwork = new("network-new");

    private readonly List<MoveRecord> _moves = [];

    public Scenario()
    {
        Journal = new MemoryJournal(Thread.Time);
        World = new FakeWorld(Thread.Time);
    }

    public VirtualThread Thread { get; } = new();

    public MemoryJournal Journal { get; }

    public FakeWorld World { get; }

    public RunId Run { get; } = new(Guid.Parse("11111111-0000-0000-0000-000000000000"));

    public EngineOptions Options { get; } = new();

    public List<RunPulse> Pulses { get; } = [];

    public RunRecord RunRecord => Journal.State(Run).Run;

    public IReadOnlyList<MoveRecord> Moves => Journal.State(Run).Moves;

    public MoveRecord Move => Moves[0];

    public FakeVm Vm => World.Vms[Move.Runbook.Order.Vm];

    /// <summary>Adds a VM with two disks of 4 and 8 GiB, which take as many seconds each, and one interface.</summary>
    public Scenario With(string name = "db", MoveMethod method = MoveMethod.Live, HostId? host = null, IReadOnlyList<RunbookStep>? steps = null)
    {
        var number = _moves.Count + 1;
        var power = method == MoveMethod.Live ? PowerState.Running : PowerState.Halted;
        var sender = method == MoveMethod.Live ? host ?? OldHost : (HostId?)null;
        var disks = new[] { Disk($"{name}-a", "0", 4), Disk($"{name}-b", "1", 8) };
        var vif = new VifFacts(new VifId($"vif-{name}"), new NetworkId("network-old"), "0", "52:54:00:00:00:01", true);
        var facts = new VmFacts(new VmId($"vm-{name}"), name, power, sender, [], false, null, disks, [vif], Attributes());
        World.Vms.Add(facts.Id, new FakeVm(facts, sender));
        _moves.Add(Record(number, facts, method, sender, steps ?? Enum.GetValues<RunbookStep>()));
        return this;
    }

    public Scenario Stored(int parallel = 10)
    {
        var run = new RunRecord
        {
            Id = Run,
            Relocation = new RelocationId(Guid.Empty),
            PlanRevision = 1,
            Wave = new WaveId(Guid.Empty),
            WaveName = "first",
            State = RunState.Planned,
            MaximumParallelMoves = parallel,
            StartedBy = "ada",
            CreatedAt = Thread.Time.GetUtcNow(),
            Epoch = 0,
        };
        Thread.Run(() => Journal.CreateAsync(new RunJournalState(run, _moves, 0), CancellationToken.None));
        return this;
    }

    /// <summary>A process of the engine that takes the run over.</summary>
    public async Task<RunDriver> TakeOverAsync(Life? life = null, Func<Task>? beforeMark = null)
    {
        var journal = new MortalJournal(Journal, life ?? new Life());
        var movers = new MortalMovers(World, life ?? new Life()) { BeforeMark = beforeMark ?? (() => Task.CompletedTask) };
        var world = new EngineWorld(journal, movers, Thread.Time, Options, NullLogger.Instance);
        return new RunDriver(world, await journal.AcquireAsync(Run, "test", CancellationToken.None), Pulses.Add);
    }

    /// <summary>Drives with a process that lives; a person meanwhile does what the script says.</summary>
    public void Drive(Func<RunDriver, Task>? person = null) =>
        Thread.Run(async () =>
        {
            var driver = await TakeOverAsync();
            var driving = driver.RunAsync(CancellationToken.None);
            if (person is not null)
            {
                await person(driver);
            }

            await driving;
        });

    public Task WaitAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Thread.Time);

    public async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await WaitAsync(0.25);
        }
    }

    /// <summary>Changes a stored move before anything runs.</summary>
    public void Rewrite(int index, Func<MoveRecord, MoveRecord> change) =>
        Thread.Run(() => Journal.AppendAsync(Run, RunRecord.Epoch, new JournalWrite(null, change(Moves[index]), JournalKind.Observed, null, new Dictionary<string, string>()), CancellationToken.None));

    public static RunRequest Ask(RunRequestKind kind, MoveRecord? move = null) => new(kind, move?.Id.Value ?? default, "ada");

    public IEnumerable<JournalEntry> Lines(JournalKind kind) => Journal.Entries(Run).Where(entry => entry.Kind == kind);

    private static DiskFacts Disk(string name, string device, double gibibytes) =>
        new(new VdiId($"vdi-{name}"), new SrId("sr-old"), device, name, ByteSize.FromGibibytes(gibibytes), ByteSize.FromGibibytes(gibibytes / 2));

    private static MovedAttributes Attributes() =>
        new("weather", new Dictionary<string, string> { ["destroy"] = "precious" }, OldHost, "restart", new Dictionary<string, string> { ["0"] = "network_default" }, []);

    private MoveRecord Record(int number, VmFacts facts, MoveMethod method, HostId? sender, IReadOnlyList<RunbookStep> steps)
    {
        var id = new MoveId(new Guid(number, 0, 0, new byte[8]));
        var order = new MoveOrder
        {
            Run = Run,
            Move = id,
            Vm = facts.Id,
            VmName = facts.Name,
            SourcePool = Old,
            TargetPool = New,
            TargetHost = NewHost,
            TransferNetwork = NewNetwork,
            Method = method,
            Disks = facts.Disks.ToDictionary(disk => disk.Id, _ => NewSr),
            Vifs = facts.Vifs.ToDictionary(vif => vif.Id, _ => NewNetwork),
        };
        var disks = facts.Disks.Select(disk => new RunbookDisk(disk.Id, disk.Name, disk.UserDevice, NewSr, disk.VirtualSize, disk.PhysicalUtilisation));
        return new MoveRecord
        {
            Id = id,
            Run = Run,
            Ordinal = number,
            Group = "weather",
            Runbook = new Runbook(1, order, steps, [.. disks], 1 << 30, sender),
            State = MoveState.Waiting,
            Step = RunbookStep.Prepare,
            Attempt = 1,
        };
    }
}
