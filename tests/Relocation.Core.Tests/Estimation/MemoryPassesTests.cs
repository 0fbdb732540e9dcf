using CsCheck;
using Relocation.Core.Estimation;

namespace Relocation.Core.Tests.Estimation;

public sealed class MemoryPassesTests
{
    private const double MiB = 1048576;

    [Fact]
    public void AnIdleGuest_TakesOnePass()
    {
        var passes = MemoryPasses.Run(16384 * MiB, DirtyModel.Idle, 1100 * MiB);
        Assert.Equal((1, 0.0), (passes.Passes, passes.FinalBytes));
        Assert.Equal(16384 / 1100.0, passes.Seconds, 1);
    }

    /// <summary>Figures of a simulation of Xen's policy: 16 GiB, 1,100 MiB/s; bytes as a multiple of memory, pause beyond a hand-over of 0.45 s.</summary>
    [Theory]
    [InlineData(60, 300, 1100, 1.02, 0.00)]
    [InlineData(200, 2000, 1100, 1.11, 0.00)]
    [InlineData(200, 2000, 275, 1.26, 1.00)]
    [InlineData(200, 2000, 137.5, 1.45, 8.65)]
    public void BusyGuests_MatchAnIndependentSimulation(double dirtyMiB, double setMiB, double linkMiB, double times, double pause)
    {
        var passes = MemoryPasses.Run(16384 * MiB, new DirtyModel(setMiB * MiB, dirtyMiB * MiB, 0, 0), linkMiB * MiB);
        Assert.Equal(times, (passes.Bytes + passes.FinalBytes) / (16384 * MiB), 0.06);
        Assert.Equal(pause, passes.FinalBytes / (linkMiB * MiB), 0.6);
    }

    [Fact]
    public void Passes_AreFiveAtMost_AndNoPassIsLargerThanMemory() =>
        Gen.Select(Gen.Double[64, 1e5], Gen.Double[0, 1e5], Gen.Double[0, 5000], Gen.Double[1, 5000]).Sample((memory, set, rate, link) =>
        {
            var passes = MemoryPasses.Run(memory * MiB, new DirtyModel(set * MiB, rate * MiB, 0, 0), link * MiB);
            Assert.InRange(passes.Passes, 1, 5);
            Assert.InRange(passes.FinalBytes, 0, memory * MiB);
            Assert.InRange(passes.Bytes, memory * MiB * 0.999, 5.001 * memory * MiB);
            Assert.True(passes.FinalBytes < 50 * 4096 || passes.Passes == 5);
        });

    [Fact]
    public void DirtyPages_GrowAndSaturate() => Gen.Select(Gen.Double[1, 1e4], Gen.Double[0, 1e4], Gen.Double[0, 1e3], Gen.Double[0, 1e3]).Sample((set, rate, first, more) =>
    {
        var model = new DirtyModel(set * MiB, rate * MiB, 0, 0);
        Assert.True(model.DirtyWithin(first) <= model.DirtyWithin(first + more) + 1);
        Assert.InRange(model.DirtyWithin(first), 0, Math.Min(set, rate * first) * MiB + 1);
    });
}
