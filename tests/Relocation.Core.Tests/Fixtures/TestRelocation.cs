using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Fixtures;

/// <summary>Two pools and a plan between them: one running VM with a disk and an interface, mapped, confirmed, in one wave, and nothing in its way.</summary>
internal sealed class TestRelocation
{
    public static readonly MoveGroupId GroupId = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    public static readonly WaveId WaveId = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));

    public TestRelocation(Func<Vm, Vm>? bend = null, Func<Vdi, Vdi>? bendDisk = null, Func<Host, Host>? bendTarget = null)
    {
        Source.Host("s1");
        SourceSr = Source.Sr("store");
        SourceNetwork = Source.Network("front", vlan: 100);
        Target.Host("t1", bendTarget);
        TargetSr = Target.Sr("store");
        TargetNetwork = Target.Network("front", vlan: 100);
        TransferNetwork = Target.Network("management", management: true);
        Vm = Source.Vm("web", bend);
        Disk = Source.Disk(Vm, SourceSr, bend: bendDisk);
        Vif = Source.Vif(Vm, SourceNetwork);
        Planned = [new PlannedVm(Vm.Id, Source.Id, Target.Id, null, MoveMethod.Live)];
    }

    public TestPool Source { get; } = new("source");

    public TestPool Target { get; } = new("target");

    public StorageRepository SourceSr { get; }

    public StorageRepository TargetSr { get; }

    public Network SourceNetwork { get; }

    public Network TargetNetwork { get; }

    public Network TransferNetwork { get; }

    public Vm Vm { get; }

    public Vdi Disk { get; }

    public Vif Vif { get; }

    public List<PlannedVm> Planned { get; set; }

    public int ParallelMoves { get; init; } = 2;

    public InventorySet Inventory => InventorySet.Of(Source.View, Target.View);

    /// <summary>The plan with what can be proposed, not confirmed.</summary>
    public RelocationPlan Proposed => MappingProposer.Propose(Unmapped, Inventory);

    /// <summary>The plan with everything proposed confirmed.</summary>
    public RelocationPlan Plan => PlanChanges.ConfirmProposals(Proposed).Plan!;

    public RelocationPlan Unmapped => new()
    {
        Id = new RelocationId(Guid.Parse("00000000-0000-0000-0000-000000000003")),
        Name = "test",
        Revision = 1,
        SourceSite = new Site("old", "Europe/Berlin", [Source.Id]),
        TargetSite = new Site("new", "Europe/Berlin", [Target.Id]),
        Link = new TransferLink(BitRate.FromMegabits(10_000), TimeSpan.FromMilliseconds(1), 1500),
        Groups = [new MoveGroup(GroupId, "shop", Planned)],
        Waves = [new Wave(WaveId, "first", [GroupId], ParallelMoves)],
    };

    public PlannedVm Add(Vm vm, MoveMethod method = MoveMethod.Live)
    {
        var planned = new PlannedVm(vm.Id, Source.Id, Target.Id, null, method);
        Planned.Add(planned);
        return planned;
    }
}
