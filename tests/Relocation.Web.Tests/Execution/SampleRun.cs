using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Tests.Execution;

/// <summary>A run of two live moves with a disk of 10 and one of 30 GiB each, predicted to take 100 s: 10 s before, 80 s of disks, 8 s of memory, 2 s of pause.</summary>
internal static class SampleRun
{
    public static readonly RunId Id = new(new Guid("00000000-0000-0000-0000-000000000001"));
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 4, 0, 0, TimeSpan.Zero);

    public static RunJournalState State(params MoveRecord[] moves) => new(Run(), moves, 1);

    public static RunRecord Run(RunState state = RunState.Running, int parallel = 1) => new()
    {
        Id = Id,
        Relocation = new RelocationId(Guid.Empty),
        PlanRevision = 1,
        Wave = new WaveId(Guid.Empty),
        WaveName = "First",
        State = state,
        MaximumParallelMoves = parallel,
        StartedBy = "anna",
        CreatedAt = Start,
        StartedAt = Start,
        Epoch = 1,
    };

    public static MoveRecord Move(int ordinal, MoveState state = MoveState.Waiting, MoveProgress? progress = null) => new()
    {
        Id = new MoveId(new Guid(ordinal, 0, 0, new byte[8])),
        Run = Id,
        Ordinal = ordinal,
        Group = "Radar",
        Runbook = new Runbook(
            1,
            Order(ordinal),
            [RunbookStep.Prepare, RunbookStep.Check, RunbookStep.Migrate, RunbookStep.Verify, RunbookStep.Restore],
            [Disk("root", 10), Disk("data", 30)],
            1L << 30,
            new HostId("west-1")),
        Forecast = new MoveForecast
        {
            TimeSeconds = new Estimate(100, 90, 110, 80, 130),
            DataBytes = new Estimate(4e10, 4e10, 4e10, 4e10, 4e10),
            DowntimeSeconds = new Estimate(2, 2, 2, 1, 3),
            Converges = true,
            Terms =
            [
                new ForecastTerm(ForecastTermKind.Prepare, "", 10, 0),
                new ForecastTerm(ForecastTermKind.DiskCopy, "root", 20, 1e10),
                new ForecastTerm(ForecastTermKind.DiskCopy, "data", 60, 3e10),
                new ForecastTerm(ForecastTermKind.MemoryRounds, "", 8, 1e9),
                new ForecastTerm(ForecastTermKind.Downtime, "", 2, 1e8),
            ],
            Assumptions = [],
        },
        State = state,
        Step = RunbookStep.Migrate,
        Attempt = 1,
        Progress = progress,
        StartedAt = state is MoveState.Waiting ? null : Start,
    };

    public static MoveProgress OnSecondDisk() => new()
    {
        Phase = MovePhase.Disk,
        DiskNumber = 2,
        DiskCount = 2,
        BytesDone = ByteSize.FromGibibytes(25).Bytes,
        BytesTotal = ByteSize.FromGibibytes(40).Bytes,
        PhaseFraction = 0.625,
        BytesPerSecond = 1e8,
        RemainingSeconds = new Estimate(40, 38, 42, 30, 60),
        At = Start.AddSeconds(60),
    };

    private static RunbookDisk Disk(string name, double gibibytes) =>
        new(new VdiId("vdi-" + name), name, "0", new SrId("sr-east"), ByteSize.FromGibibytes(gibibytes), ByteSize.FromGibibytes(gibibytes));

    private static MoveOrder Order(int ordinal) => new()
    {
        Run = Id,
        Move = new MoveId(new Guid(ordinal, 0, 0, new byte[8])),
        Vm = new VmId($"vm-{ordinal}"),
        VmName = $"radar-{ordinal}",
        SourcePool = new PoolId("west-pool"),
        TargetPool = new PoolId("east-pool"),
        TargetHost = new HostId("east-1"),
        TransferNetwork = new NetworkId("net-transfer"),
        Method = MoveMethod.Live,
        Disks = new Dictionary<VdiId, SrId>(),
        Vifs = new Dictionary<VifId, NetworkId>(),
    };
}
