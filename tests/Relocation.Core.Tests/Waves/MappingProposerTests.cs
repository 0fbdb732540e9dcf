using CsCheck;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Waves;

public sealed class MappingProposerTests
{
    private readonly TestPool source = new("source");
    private readonly TestPool target = new("target");

    public MappingProposerTests()
    {
        source.Host("s1");
        target.Host("t1");
    }

    [Fact]
    public void Network_WithTheSameVlan_WinsOverTheName()
    {
        target.Network("front", vlan: 7);
        var tagged = target.Network("other", vlan: 100);
        AssertNetwork(source.Network("front", vlan: 100), tagged, MappingReasons.Vlan);
    }

    [Fact]
    public void Network_WithSeveralOfItsVlan_IsDecidedByName()
    {
        var right = target.Network("Front ", vlan: 100);
        target.Network("back", vlan: 100);
        AssertNetwork(source.Network("front", vlan: 100), right, MappingReasons.VlanAndName);
    }

    [Fact]
    public void Network_WithSeveralOfItsVlan_AndNoName_IsOpen()
    {
        target.Network("a", vlan: 100);
        target.Network("b", vlan: 100);
        AssertNetwork(source.Network("front", vlan: 100), null, MappingReasons.AmbiguousVlan);
    }

    [Fact]
    public void Network_WithoutVlan_GoesByName()
    {
        var right = target.Network("front");
        AssertNetwork(source.Network("front"), right, MappingReasons.Name);
    }

    [Fact]
    public void Network_ByNameButOtherVlan_SaysSo()
    {
        var right = target.Network("front", vlan: 200);
        AssertNetwork(source.Network("front", vlan: 100), right, MappingReasons.NameButOtherVlan);
    }

    [Fact]
    public void Network_WithSeveralOfItsName_IsOpen()
    {
        target.Network("front");
        target.Network("front", bend: network => network with { Id = new NetworkId("second") });
        AssertNetwork(source.Network("front"), null, MappingReasons.AmbiguousName);
    }

    [Fact]
    public void Network_GoesBySubnet_ThenByPurpose()
    {
        var subnet = target.Network("x", ip: "192.168.5.9");
        var management = target.Network("y", management: true);
        AssertNetwork(source.Network("a", ip: "192.168.5.77"), subnet, MappingReasons.Subnet);
        AssertNetwork(source.Network("b", management: true, ip: "172.16.0.1"), management, MappingReasons.Purpose);
    }

    [Fact]
    public void Network_ThatNothingFits_IsOpen() => AssertNetwork(source.Network("front", vlan: 100), null, MappingReasons.NoMatch);

    [Fact]
    public void Network_OfTheHostItself_IsNeverATarget()
    {
        target.Network("front", bend: network => network with { OtherConfig = new Dictionary<string, string> { ["is_host_internal_management_network"] = "true" } });
        AssertNetwork(source.Network("front"), null, MappingReasons.NoMatch);
    }

    [Fact]
    public void Sr_GoesByName()
    {
        target.Sr("other");
        var right = target.Sr("store", freeGibibytes: 0);
        AssertSr(source.Sr("store"), right, MappingReasons.Name);
    }

    [Fact]
    public void Sr_ThatCannotReceive_IsNoTarget_EvenByName()
    {
        target.Sr("store", bend: sr => sr with { Capabilities = ["VDI_SNAPSHOT"] });
        AssertSr(source.Sr("store"), null, MappingReasons.NoMatch);
    }

    [Fact]
    public void Sr_GoesByCapability_SharingAndRoom()
    {
        target.Sr("full", freeGibibytes: 1);
        target.Sr("local", bend: sr => sr with { Shared = false });
        target.Sr("images", bend: sr => sr with { ContentType = "iso" });
        var right = target.Sr("free");
        AssertSr(source.Sr("store"), right, MappingReasons.Capability);
    }

    [Fact]
    public void Sr_AmongSeveral_GoesByType()
    {
        target.Sr("a");
        var right = target.Sr("b", bend: sr => sr with { Type = "lvmoiscsi" });
        AssertSr(source.Sr("store", bend: sr => sr with { Type = "lvmoiscsi" }), right, MappingReasons.CapabilityAndType);
    }

    [Fact]
    public void Sr_AmongEquals_IsOpen()
    {
        target.Sr("a");
        target.Sr("b");
        AssertSr(source.Sr("store"), null, MappingReasons.AmbiguousCapability);
    }

    [Fact]
    public void Sr_WithoutRoomForTheVirtualSize_WhereThick_IsOpen()
    {
        target.Sr("thick", freeGibibytes: 15, bend: sr => sr with { Type = "lvmoiscsi" });
        AssertSr(source.Sr("store"), null, MappingReasons.NoSpace);
    }

    [Fact]
    public void Snapshots_AndSuspendImages_AreMappedToo_AndSnapshotsFollowTheirDisk()
    {
        var relocation = new TestRelocation();
        var images = relocation.Source.Sr("images");
        var parked = relocation.Source.Sr("parked");
        var old = relocation.Source.Network("old", vlan: 9);
        var snapshot = relocation.Source.SnapshotOf(relocation.Vm, "snap", vm => vm with { SuspendVdi = new VdiId("source/vdi/suspended") });
        relocation.Source.Vdi("suspended", images);
        relocation.Source.Vif(snapshot, old);
        relocation.Source.Disk(snapshot, parked, bend: vdi => vdi with { IsSnapshot = true, SnapshotOf = relocation.Disk.Id });

        var plan = relocation.Proposed;

        Assert.Equal([images.Id, relocation.SourceSr.Id], plan.Storage.Select(mapping => mapping.Source));
        Assert.Equal([relocation.SourceNetwork.Id, old.Id], plan.Networks.Select(mapping => mapping.Source));
    }

    [Fact]
    public void WhatAPersonDecided_Stays_AndOldProposalsAreLookedAtAgain()
    {
        var relocation = new TestRelocation();
        var other = relocation.Target.Network("elsewhere");
        var chosen = PlanChanges.SetNetwork(relocation.Proposed, relocation.Source.Id, relocation.SourceNetwork.Id, relocation.Target.Id, other.Id, relocation.Inventory).Plan!;
        var cleared = PlanChanges.ClearStorage(chosen, relocation.Source.Id, relocation.SourceSr.Id, relocation.Target.Id).Plan!;
        var again = MappingProposer.Propose(cleared, relocation.Inventory);

        Assert.Equal((other.Id, MappingOrigin.Confirmed), (again.Networks.Single().Target, again.Networks.Single().Origin));
        Assert.Equal((null, MappingOrigin.Open, MappingReasons.Cleared), (again.Storage.Single().Target, again.Storage.Single().Origin, again.Storage.Single().Reason));

        var stale = relocation.Proposed with { Networks = [relocation.Proposed.Networks.Single() with { Target = null, Origin = MappingOrigin.Open, Reason = MappingReasons.NoMatch }] };
        Assert.Equal(MappingReasons.Vlan, MappingProposer.Propose(stale, relocation.Inventory).Networks.Single().Reason);
    }

    [Fact]
    public void Proposals_AreStable_AndNeverGuessAmongSeveral() => (from tags in Gen.Long[-1, 3].Array[0, 6]
                                                                    from names in Gen.Int[0, 2].Array[6]
                                                                    from tag in Gen.Long[-1, 3]
                                                                    select (tags, names, tag)).Sample(sample =>
    {
        var (from, to) = (new TestPool("source"), new TestPool("target"));
        from.Host("s1");
        to.Host("t1");
        for (var index = 0; index < sample.tags.Length; index++)
        {
            var number = index;
            to.Network($"n{sample.names[index]}", vlan: sample.tags[index], bend: network => network with { Id = new NetworkId($"t{number}") });
        }

        var plan = Plan(from, to, from.Network("n0", vlan: sample.tag), from.Sr("store"));
        var mapping = plan.Networks.Single();
        var sameTag = sample.tags.Count(tag => tag >= 0 && tag == sample.tag);
        Assert.Equal(mapping.Target is null, mapping.Origin == MappingOrigin.Open);
        Assert.NotEqual("", mapping.Reason);
        if (sameTag == 1)
        {
            Assert.Equal(MappingReasons.Vlan, mapping.Reason);
        }
        else if (mapping.Reason is MappingReasons.Name or MappingReasons.NameButOtherVlan)
        {
            Assert.Equal(0, sameTag);
            Assert.Equal(1, sample.names.Take(sample.tags.Length).Count(name => name == 0));
        }

        Assert.Equal(plan.Networks, MappingProposer.Propose(plan, InventorySet.Of(from.View, to.View)).Networks);
    }, iter: 500);

    private void AssertNetwork(Network network, Network? expected, string reason)
    {
        var mapping = Plan(source, target, network, source.Sr($"sr-{network.Name}")).Networks.Single();
        Assert.Equal((expected?.Id, reason), (mapping.Target, mapping.Reason));
        Assert.Equal(expected is null ? MappingOrigin.Open : MappingOrigin.Proposed, mapping.Origin);
    }

    private void AssertSr(StorageRepository sr, StorageRepository? expected, string reason)
    {
        var mapping = Plan(source, target, source.Network("any"), sr).Storage.Single();
        Assert.Equal((expected?.Id, reason), (mapping.Target, mapping.Reason));
        Assert.Equal(expected is null ? MappingOrigin.Open : MappingOrigin.Proposed, mapping.Origin);
    }

    private static RelocationPlan Plan(TestPool source, TestPool target, Network network, StorageRepository sr)
    {
        var vm = source.Vm($"vm-{network.Name}-{sr.Name}");
        source.Disk(vm, sr);
        source.Vif(vm, network);
        var plan = new RelocationPlan
        {
            Id = new RelocationId(Guid.Empty),
            Name = "test",
            Revision = 1,
            SourceSite = new("old", "UTC", [source.Id]),
            TargetSite = new("new", "UTC", [target.Id]),
            Link = new(BitRate.FromMegabits(1000), TimeSpan.Zero, 1500),
            Groups = [new MoveGroup(TestRelocation.GroupId, "g", [new PlannedVm(vm.Id, source.Id, target.Id, null, MoveMethod.Live)])],
        };
        return MappingProposer.Propose(plan, InventorySet.Of(source.View, target.View));
    }
}
