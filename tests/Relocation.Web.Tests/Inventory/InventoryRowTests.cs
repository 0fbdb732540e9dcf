using Relocation.Core.Quantities;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Tests.Inventory;

[UseCulture("en")]
public sealed class InventoryRowTests
{
    [Fact]
    public void VmRow_GathersWhatItHangsOn()
    {
        var row = Assert.Single(VmRow.Of(SmallDatacenter.Set()));
        Assert.Equal(("West", "w1", 1, "SAN", "office", "10.1.0.7, fe80::7", 1), (row.Pool, row.Host, row.DiskCount, row.Storage, row.Networks, row.Addresses, row.Snapshots));
        Assert.Equal(ByteSize.FromGibibytes(40), row.DiskSize);
        Assert.Equal(ByteSize.FromGibibytes(8), row.Memory);
    }

    [Fact]
    public void HostRow_CountsUsersVmsOnly()
    {
        var row = HostRow.Of(SmallDatacenter.Set()).Single(host => host.Host.Id == SmallDatacenter.West1);
        Assert.Equal((true, 1, 2), (row.Coordinator, row.VmCount, row.Nics));
        Assert.Equal(0.5, row.MemoryUsed);
    }

    [Fact]
    public void SrRow_TellsFillAndReach()
    {
        var row = SrRow.Of(SmallDatacenter.Set()).Single(sr => sr.Sr.Id == SmallDatacenter.Shared);
        Assert.Equal((1, 1, 2, 2), (row.Disks, row.Snapshots, row.HostsPlugged, row.HostsKnown));
        Assert.Equal(0.25, row.Fill);
    }

    [Fact]
    public void NetworkRow_TellsVlanCarrierAndUsers()
    {
        var row = Assert.Single(NetworkRow.Of(SmallDatacenter.Set()));
        Assert.Equal(("20", "bond0", 1, 1), (row.Vlans, row.Devices, row.Vms, row.Hosts));
    }

    [Fact]
    public void PoolRow_SumsItsHosts_AndIsNamedAfterItsCoordinatorWhenNameless()
    {
        var rows = PoolRow.Of(SmallDatacenter.Set());
        Assert.Equal(["e1", "West"], rows.Select(row => row.Name));
        Assert.Equal((2, 1, 1, "w1"), (rows[1].Hosts, rows[1].Vms, rows[1].Running, rows[1].Coordinator));
        Assert.Equal(ByteSize.FromGibibytes(128), rows[1].Memory);
    }

    [Fact]
    public void DiskChain_CircularParents_End()
    {
        var disk = Assert.Single(DiskChain.Of(SmallDatacenter.Set()[SmallDatacenter.West]!, SmallDatacenter.Radar));
        Assert.Equal("vdi-base", Assert.Single(disk.Ancestors).Uuid);
        Assert.Equal("before", Assert.Single(disk.Snapshots).Name);
    }

    [Fact]
    public void NicTree_BondWithMembersAndVlans()
    {
        var tree = Assert.Single(NicTree.Of(SmallDatacenter.Set()[SmallDatacenter.West]!, SmallDatacenter.West1));
        Assert.Equal(["eth0", "eth1"], tree.Members.Select(pif => pif.Device));
        Assert.Equal([20], tree.Vlans.Select(pif => pif.VlanTag));
        Assert.Equal("lacp", tree.Bond!.Mode);
    }
}
