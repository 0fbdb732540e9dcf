using CsCheck;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.World;

public class FlowNetworkTests
{
    [Fact]
    public void One_stream_takes_bytes_over_capacity()
    {
        var stage = new Stage();
        var ended = EndOf(stage, stage.Network.Open([stage.Line], 1e9, 1e12));
        stage.RunFor(60);
        Assert.Equal(10.0, ended().TotalSeconds, 6);
        Assert.Equal(1e9, stage.Line.Carried, 0.001);
    }

    [Fact]
    public void Two_streams_share_and_the_longer_one_speeds_up_after_the_other()
    {
        var stage = new Stage();
        var brief = EndOf(stage, stage.Network.Open([stage.Line], 1e9, 1e12));
        var longer = EndOf(stage, stage.Network.Open([stage.Line], 2e9, 1e12));
        stage.RunFor(60);
        Assert.Equal(20.0, brief().TotalSeconds, 6);
        Assert.Equal(30.0, longer().TotalSeconds, 6);
    }

    [Fact]
    public void A_capped_stream_leaves_the_rest_to_the_others()
    {
        var stage = new Stage();
        var slow = stage.Network.Open([stage.Line], double.PositiveInfinity, 10e6);
        var fast = stage.Network.Open([stage.Line], double.PositiveInfinity, 1e12);
        Assert.Equal(10e6, slow.Rate, 0.001);
        Assert.Equal(90e6, fast.Rate, 0.001);
        slow.Close();
        Assert.Equal(100e6, fast.Rate, 0.001);
    }

    [Fact]
    public void A_link_that_goes_down_and_comes_back_only_delays()
    {
        var stage = new Stage();
        var ended = EndOf(stage, stage.Network.Open([stage.Line], 1e9, 1e12));
        stage.RunFor(4);
        stage.Network.SetCapacity(stage.Line, 0);
        stage.RunFor(100);
        stage.Network.SetCapacity(stage.Line, 50e6);
        stage.RunFor(60);
        Assert.Equal(4 + 100 + 12.0, ended().TotalSeconds, 6);
    }

    [Fact]
    public void Rates_are_max_min_fair_whatever_the_links()
    {
        var streams = Gen.Select(Gen.Int[0, 3].HashSet[1, 3], Gen.Double[1e6, 2e8]).List[1, 12];
        Gen.Select(Gen.Double[1e6, 1e9].Array[4], streams).Sample((capacities, wanted) =>
        {
            var stage = new Stage();
            var links = capacities.Select((capacity, index) => stage.Network.AddLink($"l{index}", capacity, TimeSpan.Zero)).ToArray();
            var flows = wanted.Select(item => stage.Network.Open(item.Item1.Select(index => links[index]), double.PositiveInfinity, item.Item2)).ToArray();
            foreach (var link in links)
            {
                Assert.True(link.Rate <= link.BytesPerSecond * (1 + 1e-9));
            }
            foreach (var flow in flows)
            {
                Assert.True(flow.Rate <= flow.Cap * (1 + 1e-9));
                // At its cap, or held by a full link on which nobody has more.
                Assert.True(flow.Rate >= flow.Cap * (1 - 1e-9) || flow.Path.Any(link =>
                    link.Rate >= link.BytesPerSecond * (1 - 1e-9) &&
                    flows.Where(other => other.Path.Contains(link)).All(other => other.Rate <= flow.Rate * (1 + 1e-9))));
            }
        }, iter: 300);
    }

    [Fact]
    public void What_goes_in_comes_out_and_no_stream_beats_the_line()
    {
        var sizes = Gen.Select(Gen.Double[1, 5e9], Gen.Double[0, 60], Gen.Double[1e6, 3e8]).List[1, 10];
        sizes.Sample(wanted =>
        {
            var stage = new Stage();
            var side = stage.Network.AddLink("side", 80e6, TimeSpan.Zero);
            var flows = new List<Flow>();
            foreach (var (bytes, after, cap) in wanted)
            {
                stage.Timeline.Schedule(TimeSpan.FromSeconds(after), () => flows.Add(stage.Network.Open(flows.Count % 2 == 0 ? [stage.Line] : [stage.Line, side], bytes, cap)));
            }
            stage.RunFor(1e5);
            Assert.Equal(wanted.Count, flows.Count);
            Assert.All(flows, flow => Assert.Equal(flow.Bytes, flow.Carried));
            Assert.Empty(stage.Network.Flows);
            var all = wanted.Sum(item => item.Item1);
            Assert.Equal(all, stage.Line.Carried, all * 1e-9 + 1);
        }, iter: 200);
    }

    private static Func<TimeSpan> EndOf(Stage stage, Flow flow)
    {
        DateTimeOffset? end = null;
        WorldProcess.Start([flow], _ => end = stage.Timeline.Now);
        return () => end!.Value - Stage.Start;
    }
}
