using System.Collections.Immutable;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Tests.Inventory;

[UseCulture("en")]
public sealed class HostFitsTests
{
    [Fact]
    public void Of_OwnPoolFirst_HereIsNotJudged()
    {
        var fits = Fits(SmallDatacenter.Set());
        Assert.Equal(["w1", "w2", "e1"], fits.Select(fit => fit.Host.Name));
        Assert.True(fits[0].Here);
        Assert.Empty(fits[0].Obstacles);
        Assert.True(fits[2].CrossPool);
    }

    [Fact]
    public void Of_HostWithoutTheNetwork_Says() =>
        Assert.Equal([new FitObstacle("network-absent", "office")], Fits(SmallDatacenter.Set())[1].Obstacles);

    [Fact]
    public void Of_OtherMakerAndOlderRelease_BothAreSaid() =>
        Assert.Equal(["cpu-vendor", "older-version"], Codes(Fits(SmallDatacenter.Set())[2]));

    [Fact]
    public void Of_HaltedVm_DoesNotMindTheCpuMaker() =>
        Assert.Equal(["older-version"], Codes(Fits(SmallDatacenter.Set(vm => vm with { PowerState = PowerState.Halted, ResidentOn = null }))[2]));

    [Fact]
    public void Of_DiskOnALocalSr_OtherHostsDoNotSeeIt()
    {
        var set = SmallDatacenter.Set(west: snapshot => snapshot with { Vdis = [.. snapshot.Vdis.Select(vdi => vdi with { Sr = SmallDatacenter.Local })] });
        Assert.Contains(new FitObstacle("sr-unseen", "Local"), Fits(set)[1].Obstacles);
    }

    [Fact]
    public void Of_TooLittleMemory_Says()
    {
        var set = SmallDatacenter.Set(vm => vm with { MemoryActual = ByteSize.FromGibibytes(40) });
        Assert.Contains(new FitObstacle("memory", "40.0 GiB > 32.0 GiB"), Fits(set)[1].Obstacles);
    }

    [Fact]
    public void Of_BlockedOrWithDevices_IsSaidForEveryOtherHost()
    {
        var set = SmallDatacenter.Set(vm => vm with
        {
            BlockedOperations = ImmutableDictionary<string, string>.Empty.Add("migrate_send", "ask the radar team"),
            AttachedPcis = ["pci"],
            VusbCount = 1,
        });
        Assert.All(Fits(set).Skip(1), fit => Assert.Equal(["blocked", "pci", "usb"], Codes(fit).Take(3)));
        Assert.Equal("ask the radar team", Fits(set)[1].Obstacles[0].Detail);
    }

    [Fact]
    public void Of_DisabledHost_Says()
    {
        var set = SmallDatacenter.Set(west: snapshot => snapshot with { Hosts = [.. snapshot.Hosts.Select(host => host with { Enabled = false })] });
        Assert.Contains("host-disabled", Codes(Fits(set)[1]));
    }

    private static IReadOnlyList<HostFit> Fits(InventorySet set) => HostFits.Of(set, SmallDatacenter.RadarIn(set));

    private static IEnumerable<string> Codes(HostFit fit) => fit.Obstacles.Select(obstacle => obstacle.Code);
}
