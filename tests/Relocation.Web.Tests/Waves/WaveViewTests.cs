using Relocation.Core.Estimation;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Web.Features.Waves;
using Relocation.Web.Tests.Inventory;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Waves;

[UseCulture("en")]
public sealed class WaveViewTests
{
    [Fact]
    public void Views_AreTheWavesInOrder_AndTheGroupsInNone()
    {
        var set = SmallDatacenter.Set();
        Assert.Equal(["first", "second"], WaveView.Of(SmallPlan.Plan, set).Select(view => view.Wave?.Name));
        var loose = PlanChanges.AssignGroup(SmallPlan.Plan, SmallPlan.Imaging, null).Plan!;
        var views = WaveView.Of(loose, set);
        Assert.Null(views[^1].Wave);
        Assert.Equal("imaging", Assert.Single(views[^1].Groups).Group.Name);
    }

    [Fact]
    public void Row_WhoseNetworkHasNoTarget_IsBlocked_WithoutAForecast()
    {
        var view = WaveView.Of(SmallPlan.Plan, SmallDatacenter.Set())[0];
        var row = Assert.Single(view.Rows);
        Assert.Equal(("radar", "w1", WorkState.Blocked), (row.Name, row.SourceHost, row.State));
        Assert.Contains(row.Blocking, finding => finding.Code == "mapping.network.open");
        Assert.Null(row.Forecast);
        Assert.Null(view.Forecast);
        Assert.Equal((1, 0, 0), (view.Blocked, view.Ready, view.Moved));
    }

    [Fact]
    public void Row_OfAVmAtTheTarget_IsDone()
    {
        var set = SmallDatacenter.Set();
        var radar = SmallDatacenter.RadarIn(set) with { Pool = SmallDatacenter.East, ResidentOn = new("east-1") };
        var west = set[SmallDatacenter.West]!.Snapshot with { Vms = [], Revision = 8 };
        var east = set[SmallDatacenter.East]!.Snapshot with { Vms = [radar] };
        var row = WaveView.Of(SmallPlan.Plan, Core.Inventory.InventorySet.Of(new Core.Inventory.InventoryView(west), new Core.Inventory.InventoryView(east)))[0].Rows.Single();
        Assert.True(row.Moved);
        Assert.Equal((WorkState.Done, "e1"), (row.State, row.TargetHost));
    }

    [Fact]
    public void Forecast_OfMovesAtATime_IsTheLongest_OneAfterTheOther_TheSum()
    {
        var run = new CompiledRun([SmallPlan.Move("a", "h1", 100), SmallPlan.Move("b", "h2", 60)], [], 2);
        Assert.Equal(104, WaveForecast.Of(run, 2)!.Seconds.Expected); // 4 s of clean-up hold the slot
        Assert.Equal(168, WaveForecast.Of(run, 1)!.Seconds.Expected);
        Assert.Equal(404, WaveForecast.Of(run, 2)!.Seconds.High90);
        Assert.Equal((2000, 2), (WaveForecast.Of(run, 2)!.Bytes.Expected, WaveForecast.Of(run, 2)!.PauseSeconds.Expected));
    }

    [Fact]
    public void Forecast_OfOneSourceHost_SendsThreeAtATime()
    {
        var run = new CompiledRun([.. Enumerable.Range(0, 4).Select(number => SmallPlan.Move($"vm{number}", "h1", 96))], [], 3);
        Assert.Equal(200, WaveForecast.Of(run, 10)!.Seconds.Expected);
    }

    [Fact]
    public void Forecast_WithoutMoves_IsAbsent() => Assert.Null(WaveForecast.Of(new CompiledRun([], [], 1), 3));

    [Fact]
    public void Bars_FollowEachOther_AndTheCleanUpOfARunningVm_ComesAfterItsTime()
    {
        var bars = ForecastBar.Of(SmallPlan.Forecast(16));
        Assert.Equal([0, 0.2, 0.7, 0.8], bars.Select(bar => Math.Round(bar.Start, 6)));
        Assert.Equal(1, bars.Sum(bar => bar.Width), 6);
        Assert.Equal([false, false, false, true], bars.Select(bar => bar.After));
        Assert.Equal(ForecastTermKind.Finish, bars[^1].Term.Kind);
    }
}
