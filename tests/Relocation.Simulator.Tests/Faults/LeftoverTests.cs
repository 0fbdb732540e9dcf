using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Faults;
using Relocation.Simulator.Tests.Operations;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Faults;

public class LeftoverTests
{
    private readonly Bureau bureau = new();

    [Theory]
    [InlineData(MigrationStep.Prepare)]
    [InlineData(MigrationStep.DiskBegin)]
    [InlineData(MigrationStep.DiskCopy)]
    [InlineData(MigrationStep.Metadata)]
    [InlineData(MigrationStep.MemoryCopy)]
    public async Task A_step_that_fails_before_the_guest_stops_is_undone(MigrationStep step)
    {
        var before = Counts();
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.Fail, step) { Error = ["MIRROR_FAILED", "x"] });
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(3600);
        Assert.Equal("MIRROR_FAILED x", Bureau.Error(await Assert.ThrowsAsync<XapiException>(() => move)));
        Assert.Equal(before, Counts());
        Assert.Equal("Running", Bureau.Vm(bureau.Office, "dns-01").Text("power_state"));
    }

    [Fact]
    public async Task A_failed_last_pass_shuts_the_guest_down()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.Fail, MigrationStep.LastPass));
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(3600);
        await Assert.ThrowsAsync<XapiException>(() => move);
        Assert.Equal("Halted", Bureau.Vm(bureau.Office, "dns-01").Text("power_state"));
        Assert.DoesNotContain(bureau.Centre.Database.All("VM"), vm => vm.Text("name_label") == "dns-01");
    }

    [Fact]
    public async Task A_restart_of_the_source_while_a_disk_is_copied_leaves_half_disks_on_both_sides()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.RestartSource, MigrationStep.DiskCopy));
        var task = await bureau.SendTaskAsync(bureau.Office, "dns-01");
        bureau.Pass(60);
        await Bureau.UntilAsync(bureau.Office, () => task.IsGone);
        var vm = Bureau.Vm(bureau.Office, "dns-01");
        Assert.Equal("Running", vm.Text("power_state"));
        Assert.Empty(vm.Map("current_operations").Entries);
        Assert.Empty(bureau.Office.Database.All("session"));
        var left = bureau.Centre.Database.All("VDI").Where(disk => disk.Map("sm_config").FindText("base_mirror") is not null).ToList();
        Assert.Equal(3, left.Count);
        Assert.All(left, disk => Assert.Empty(disk.Texts("VBDs")));
        Assert.Single(bureau.Office.Database.All("VDI"), disk => disk.Bool("is_a_snapshot") && disk.Map("sm_config").FindText("base_mirror") is not null);
        Assert.Empty(bureau.World.Engine.Network.Flows);
    }

    [Fact]
    public async Task A_restart_of_the_source_after_the_record_was_made_leaves_a_second_halted_VM()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.RestartSource, MigrationStep.MemoryCopy));
        await bureau.SendTaskAsync(bureau.Office, "dns-01");
        bureau.Pass(3600);
        var twin = Bureau.Vm(bureau.Centre, "dns-01");
        Assert.Equal("Halted", twin.Text("power_state"));
        Assert.NotNull(twin.Map("other_config").FindText("import_task"));
        var vm = Bureau.Vm(bureau.Office, "dns-01");
        Assert.Equal((twin.Uuid, "Running"), (vm.Uuid, vm.Text("power_state")));
        Assert.All(Bureau.Disks(bureau.Office, vm), disk => Assert.NotNull(disk.Map("other_config").FindText("maps_to")));
    }

    [Fact]
    public async Task A_restart_of_the_source_in_the_hand_over_lets_the_guest_arrive()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.RestartSource, MigrationStep.HandOver));
        await bureau.SendTaskAsync(bureau.Office, "dns-01");
        bureau.Pass(3600);
        Assert.Equal("Running", Bureau.Vm(bureau.Centre, "dns-01").Text("power_state"));
        Assert.Equal("Halted", Bureau.Vm(bureau.Office, "dns-01").Text("power_state"));
    }

    [Fact]
    public async Task A_restart_of_the_destination_fails_the_move_and_leaves_its_half_disks()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.RestartDestination, MigrationStep.DiskCopy));
        var task = await bureau.SendTaskAsync(bureau.Office, "dns-01");
        bureau.Pass(60);
        await Bureau.UntilAsync(bureau.Office, () => task.Text("status") != "pending");
        Assert.Equal(("failure", "INTERNAL_ERROR"), (task.Text("status"), task.Texts("error_info")[0]));
        Assert.Contains(bureau.Centre.Database.All("VDI"), disk => disk.Map("sm_config").FindText("base_mirror") is not null);
        Assert.DoesNotContain(bureau.Office.Database.All("VDI"), disk => disk.Map("sm_config").FindText("base_mirror") is not null);
    }

    [Fact]
    public async Task A_crash_of_the_sending_host_halts_its_guests()
    {
        var task = await bureau.SendTaskAsync(bureau.Office, "dns-01");
        bureau.Pass(20);
        var host = bureau.Office.Database.All("host").Single(item => item.Text("name_label") == "of-host1");
        bureau.Disruptions.CrashHost(bureau.Office, host.Uuid);
        await Bureau.UntilAsync(bureau.Office, () => task.IsGone || task.Text("status") != "pending");
        Assert.Equal("Halted", Bureau.Vm(bureau.Office, "dns-01").Text("power_state"));
        Assert.Equal("Running", Bureau.Vm(bureau.Office, "dns-02").Text("power_state"));
        Assert.False(host.Bool("enabled"));
    }

    [Fact]
    public async Task A_stalled_step_waits_until_it_is_released()
    {
        bureau.World.Engine.Faults.Add(new StepFault(StepFaultKind.Stall, MigrationStep.DiskCopy));
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(50_000);
        Assert.False(move.IsCompleted);
        bureau.Disruptions.ReleaseStalls();
        bureau.Pass(3600);
        await move;
    }

    [Fact]
    public async Task A_slower_line_makes_a_slower_move()
    {
        bureau.Disruptions.SetLink("fibre", 10e6);
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(50_000);
        await move;
        Assert.True(bureau.World.Engine.Truths[0].Duration!.Value.TotalSeconds > 11 * 1.07e9 / 10e6);
    }

    private string Counts() => string.Join(' ', ((string[])["VM", "VDI", "VBD", "VIF"]).Select(item => $"{item} {bureau.Office.Database.Count(item)}/{bureau.Centre.Database.Count(item)}"));
}
