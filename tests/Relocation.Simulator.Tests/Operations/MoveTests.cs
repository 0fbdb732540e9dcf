using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Operations;

public class MoveTests
{
    private readonly Bureau bureau = new();

    [Fact]
    public async Task A_running_VM_keeps_its_uuid_and_runs_at_the_destination()
    {
        var old = Bureau.Vm(bureau.Forecast, "warning-editor");
        var (uuid, reference, mac) = (old.Uuid, old.Ref, bureau.Forecast.Database.Require("VIF", old.Texts("VIFs")[0]).Text("MAC"));
        var disks = Bureau.Disks(bureau.Forecast, old).ToList();
        var snapshot = bureau.Forecast.Database.Require("VM", old.Texts("snapshots")[0]).Uuid;
        var move = await bureau.SendAsync(bureau.Forecast, "warning-editor");
        bureau.Pass(3600);
        var result = (await move).Text();

        var target = bureau.Centre.Database;
        var vm = target.FindByUuid("VM", uuid)!;
        Assert.Equal(vm.Ref, result);
        Assert.NotEqual(reference, vm.Ref);
        Assert.Equal(("Running", "dc-host1"), (vm.Text("power_state"), target.Require("host", vm.Text("resident_on")).Text("name_label")));
        Assert.Equal(1, vm.Number("version"));
        Assert.NotNull(vm.Map("other_config").FindText("import_task"));
        Assert.Equal(["app:Warning portal"], vm.Texts("tags"));
        Assert.Equal(XapiValue.Null, vm.Text("appliance"));
        Assert.Empty(vm.Map("current_operations").Entries);
        var vif = target.Require("VIF", vm.Texts("VIFs")[0]);
        Assert.Equal((mac, true, "Infrastructure"), (vif.Text("MAC"), vif.Bool("currently_attached"), target.Require("network", vif.Text("network")).Text("name_label")));
        var moved = Bureau.Disks(bureau.Centre, vm).ToList();
        Assert.Equal(disks.Select(disk => (disk.Text("name_label"), disk.Number("virtual_size"))), moved.Select(disk => (disk.Text("name_label"), disk.Number("virtual_size"))));
        Assert.Empty(moved.Select(disk => disk.Uuid).Intersect(disks.Select(disk => disk.Uuid)));
        Assert.All(moved, disk => Assert.Null(disk.Map("sm_config").FindText("base_mirror")));

        var taken = target.FindByUuid("VM", snapshot)!;
        Assert.Equal((true, vm.Ref), (taken.Bool("is_a_snapshot"), taken.Text("snapshot_of")));
        Assert.All(Bureau.Disks(bureau.Centre, taken), disk => Assert.Equal(moved[0].Ref, disk.Text("snapshot_of")));

        var source = bureau.Forecast.Database;
        Assert.Null(source.FindByUuid("VM", uuid));
        Assert.Null(source.FindByUuid("VM", snapshot));
        Assert.All(disks, disk => Assert.Null(source.FindByUuid("VDI", disk.Uuid)));
        Assert.DoesNotContain(source.All("VDI"), disk => disk.Map("sm_config").FindText("base_mirror") is not null);
        Assert.DoesNotContain(source.All("VIF"), row => source.Find("VM", row.Text("VM")) is null);
    }

    [Fact]
    public async Task What_happened_is_written_down_by_the_world()
    {
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(3600);
        await move;
        var truth = Assert.Single(bureau.World.Engine.Truths);
        Assert.Equal(("wb-office", "wb-centre", "success"), (truth.Source, truth.Destination, truth.Outcome));
        Assert.Equal([11.0 * (1L << 30)], truth.DiskBytes);
        Assert.InRange(truth.Downtime.TotalSeconds, 0.3, 3);
        Assert.InRange(truth.Duration!.Value.TotalSeconds, 11 * 1.07e9 / 160e6, 300);
        var line = bureau.World.Engine.Network.FindLink("fibre")!;
        Assert.Equal(truth.TotalBytes, line.Carried, 10.0);
    }

    [Fact]
    public async Task The_task_shows_progress_that_falls_and_ends_with_the_new_reference()
    {
        var task = await bureau.SendTaskAsync(bureau.Office, "ntp-01");
        Assert.Equal(["cancel"], task.Texts("allowed_operations"));
        var seen = new List<double>();
        for (var second = 0; second < 400 && task.Text("status") == "pending"; second++)
        {
            bureau.Pass(0.5);
            seen.Add(task.Real("progress"));
            await Task.Yield();
        }
        await Bureau.UntilAsync(bureau.Office, () => task.Text("status") != "pending");
        Assert.Equal("success", task.Text("status"));
        Assert.StartsWith("<value>OpaqueRef:", task.Text("result"), StringComparison.Ordinal);
        Assert.Equal(1.0, task.Real("progress"));
        Assert.Contains(seen.Zip(seen.Skip(1)), pair => pair.Second < pair.First);
        Assert.Contains(seen, value => value is > 0.05 and < 0.9);
    }

    [Fact]
    public async Task A_fourth_move_of_one_host_is_refused_at_once()
    {
        var first = new List<Task<XapiValue>>();
        foreach (var name in (string[])["radar-ingest-01", "warning-db", "aws-collector-01"])
        {
            first.Add(await bureau.SendAsync(bureau.Forecast, name));
        }
        var fourth = await bureau.SendAsync(bureau.Forecast, "gis-server-01");
        Assert.Equal(3, bureau.World.Engine.Truths.Count);
        var elsewhere = await bureau.SendAsync(bureau.Forecast, "warning-sms");
        bureau.Pass(100_000);
        Assert.Equal("TOO_MANY_STORAGE_MIGRATES 3", Bureau.Error(await Assert.ThrowsAsync<XapiException>(() => fourth)));
        await Task.WhenAll(first.Append(elsewhere));
    }

    [Fact]
    public async Task Cancelling_before_the_guest_stops_leaves_nothing_behind()
    {
        var before = Counts();
        var task = await bureau.SendTaskAsync(bureau.Office, "dhcp-01");
        bureau.Pass(30);
        Assert.Contains(bureau.Centre.Database.All("VDI"), disk => disk.Map("sm_config").FindText("base_mirror") is not null);
        await bureau.CallAsync(bureau.Office, "task.cancel", task.Ref);
        await Bureau.UntilAsync(bureau.Office, () => task.Text("status") != "pending");
        Assert.Equal("cancelled", task.Text("status"));
        Assert.Empty(task.Texts("error_info"));
        Assert.Equal(before, Counts());
        var vm = Bureau.Vm(bureau.Office, "dhcp-01");
        Assert.Equal("Running", vm.Text("power_state"));
        Assert.Empty(vm.Map("current_operations").Entries);
        Assert.Equal("cancelled", bureau.World.Engine.Truths[0].Outcome);
    }

    [Fact]
    public async Task Cancelling_after_the_guest_has_stopped_is_too_late()
    {
        bureau.World.Engine.Timings = bureau.World.Engine.Timings with { HandOver = TimeSpan.FromSeconds(60) };
        var task = await bureau.SendTaskAsync(bureau.Office, "dhcp-01");
        for (var second = 0; second < 2000 && bureau.World.Engine.Truths[0].Steps.All(item => item.Step != MigrationStep.HandOver); second++)
        {
            bureau.Pass(1);
        }
        Assert.Empty(task.Texts("allowed_operations"));
        await bureau.CallAsync(bureau.Office, "task.cancel", task.Ref);
        bureau.Pass(600);
        await Bureau.UntilAsync(bureau.Office, () => task.Text("status") != "pending");
        Assert.Equal("success", task.Text("status"));
    }

    [Fact]
    public async Task A_second_operation_waits_for_the_first_and_can_be_cancelled_meanwhile()
    {
        var move = await bureau.SendAsync(bureau.Office, "ntp-01");
        var vm = Bureau.Vm(bureau.Office, "ntp-01");
        Assert.Equal("migrate_send", Assert.Single(vm.Map("current_operations").Texts).Value);
        Assert.Equal(["metadata_export", "hard_reboot", "hard_shutdown", "clean_reboot", "clean_shutdown"], vm.Texts("allowed_operations"));
        var second = await bureau.SendTaskAsync(bureau.Office, "ntp-01");
        bureau.Pass(8);
        await bureau.CallAsync(bureau.Office, "task.cancel", second.Ref);
        await Bureau.UntilAsync(bureau.Office, () => second.Text("status") != "pending");
        Assert.Equal("cancelled", second.Text("status"));
        bureau.Pass(3600);
        await move;
    }

    [Fact]
    public async Task Without_room_at_the_destination_the_move_fails_and_the_VM_stays()
    {
        var store = bureau.Centre.Database.All("SR").Single(sr => sr.Text("name_label") == "centre-nfs");
        bureau.Disruptions.FillStore(bureau.Centre, store.Uuid, 1 << 20);
        var move = await bureau.SendAsync(bureau.Office, "dns-01");
        bureau.Pass(600);
        Assert.Contains("SR_BACKEND_FAILURE_44", Bureau.Error(await Assert.ThrowsAsync<XapiException>(() => move)), StringComparison.Ordinal);
        Assert.Equal("Running", Bureau.Vm(bureau.Office, "dns-01").Text("power_state"));
    }

    [Fact]
    public async Task A_VM_moves_within_its_pool_and_keeps_its_reference()
    {
        var vm = Bureau.Vm(bureau.Forecast, "warning-sms");
        var host = bureau.Forecast.Database.All("host").Single(item => item.Text("name_label") == "fc-host1");
        var move = bureau.CallAsync(bureau.Forecast, "VM.pool_migrate", vm.Ref, host.Ref, XapiMap.Empty);
        bureau.Pass(600);
        await move;
        Assert.Equal((host.Ref, "Running"), (vm.Text("resident_on"), vm.Text("power_state")));
    }

    [Fact]
    public async Task One_disk_moves_to_another_store_under_a_running_VM()
    {
        var vm = Bureau.Vm(bureau.Forecast, "warning-sms");
        var disk = Bureau.Disks(bureau.Forecast, vm).Single();
        var store = bureau.Forecast.Database.All("SR").Single(sr => sr.Text("name_label") == "forecast-san");
        var move = bureau.CallAsync(bureau.Forecast, "VDI.pool_migrate", disk.Ref, store.Ref, XapiMap.Empty);
        bureau.Pass(3600);
        var made = bureau.Forecast.Database.Require("VDI", (await move).Text());
        Assert.Equal(store.Ref, made.Text("SR"));
        Assert.Equal([made.Ref], Bureau.Disks(bureau.Forecast, vm).Select(item => item.Ref));
        Assert.True(disk.IsGone);
    }

    private string Counts() => string.Join(' ', ((string[])["VM", "VDI", "VBD", "VIF"]).Select(item => $"{item} {bureau.Office.Database.Count(item)}/{bureau.Centre.Database.Count(item)}"));
}
