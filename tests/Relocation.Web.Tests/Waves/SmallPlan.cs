using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Web.Tests.Inventory;

namespace Relocation.Web.Tests.Waves;

/// <summary>A plan over the small datacenter: radar in the group "imaging", which is in the first of two waves.</summary>
internal static class SmallPlan
{
    public static readonly MoveGroupId Imaging = new(new Guid("00000000-0000-0000-0000-000000000001"));
    public static readonly WaveId First = new(new Guid("00000000-0000-0000-0000-000000000002"));
    public static readonly WaveId Second = new(new Guid("00000000-0000-0000-0000-000000000003"));

    public static RelocationPlan Plan { get; } = MappingProposer.Propose(
        new RelocationPlan
        {
            Id = new RelocationId(new Guid("00000000-0000-0000-0000-000000000004")),
            Name = "Small",
            Revision = 3,
            SourceSite = new Site("Old", "Asia/Shanghai", [SmallDatacenter.West]),
            TargetSite = new Site("New", "Asia/Shanghai", [SmallDatacenter.East]),
            Link = new TransferLink(BitRate.FromBytesPerSecond(125e6), TimeSpan.FromMilliseconds(1), 1500),
            Groups = [new MoveGroup(Imaging, "imaging", [new PlannedVm(SmallDatacenter.Radar, SmallDatacenter.West, SmallDatacenter.East, null, MoveMethod.Live)])],
            Waves = [new Wave(First, "first", [Imaging], 3), new Wave(Second, "second", [], 3)],
        },
        SmallDatacenter.Set());

    public static MoveForecast Forecast(double seconds) => new()
    {
        TimeSeconds = new Estimate(seconds, seconds / 2, seconds * 2, seconds / 4, seconds * 4),
        DataBytes = new Estimate(1000, 900, 1100, 800, 1200),
        DowntimeSeconds = new Estimate(1, 0.5, 2, 0.25, 4),
        Converges = true,
        Terms =
        [
            new ForecastTerm(ForecastTermKind.Prepare, "", 4, 0),
            new ForecastTerm(ForecastTermKind.DiskCopy, "root", 10, 1000),
            new ForecastTerm(ForecastTermKind.Downtime, "", 2, 10),
            new ForecastTerm(ForecastTermKind.Finish, "", 4, 0),
        ],
        Assumptions = [ForecastAssumptions.SpreadPrior],
    };

    public static CompiledMove Move(string vm, string? host, double seconds) => new(
        "imaging",
        new Runbook(
            1,
            new MoveOrder
            {
                Run = default,
                Move = default,
                Vm = new VmId(vm),
                VmName = vm,
                SourcePool = SmallDatacenter.West,
                TargetPool = SmallDatacenter.East,
                TargetHost = new HostId("east-1"),
                TransferNetwork = new NetworkId("n"),
                Method = MoveMethod.Live,
                Disks = new Dictionary<VdiId, SrId>(),
                Vifs = new Dictionary<VifId, NetworkId>(),
            },
            [],
            [],
            0,
            host is null ? null : new HostId(host)),
        Forecast(seconds));
}
