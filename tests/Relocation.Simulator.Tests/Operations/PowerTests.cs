using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Operations;

public class PowerTests
{
    private readonly Bureau bureau = new();

    [Fact]
    public async Task A_guest_shuts_down_starts_suspends_and_resumes()
    {
        var vm = Bureau.Vm(bureau.Office, "oa-web");
        await DoneAsync("VM.clean_shutdown", vm.Ref);
        Assert.Equal(("Halted", XapiValue.Null), (vm.Text("power_state"), vm.Text("resident_on")));
        Assert.DoesNotContain("suspend", vm.Texts("allowed_operations"));
        await DoneAsync("VM.start", vm.Ref, false, false);
        Assert.Equal("Running", vm.Text("power_state"));
        await DoneAsync("VM.suspend", vm.Ref);
        Assert.Equal("Suspended", vm.Text("power_state"));
        var image = bureau.Office.Database.Require("VDI", vm.Text("suspend_VDI"));
        Assert.Equal(8L << 30, image.Number("virtual_size"));
        await DoneAsync("VM.resume", vm.Ref, false, false);
        Assert.Equal(("Running", true), (vm.Text("power_state"), image.IsGone));
    }

    [Fact]
    public async Task While_it_shuts_down_the_operation_is_noted_and_others_are_not_allowed()
    {
        var vm = Bureau.Vm(bureau.Office, "oa-web");
        var pending = bureau.CallAsync(bureau.Office, "VM.clean_shutdown", vm.Ref);
        Assert.Equal("clean_shutdown", Assert.Single(vm.Map("current_operations").Texts).Value);
        Assert.Equal(["metadata_export"], vm.Texts("allowed_operations"));
        bureau.Pass(60);
        await pending;
        Assert.Empty(vm.Map("current_operations").Entries);
    }

    [Fact]
    public async Task Without_tools_a_guest_does_not_shut_down_cleanly()
    {
        var vm = Bureau.Vm(bureau.Office, "backup-proxy-02");
        var refusal = await Assert.ThrowsAsync<XapiException>(() => bureau.CallAsync(bureau.Office, "VM.clean_shutdown", vm.Ref));
        Assert.Equal($"VM_LACKS_FEATURE {vm.Ref}", Bureau.Error(refusal));
    }

    [Fact]
    public async Task A_snapshot_is_kept_under_its_VM_and_a_copy_is_another_VM()
    {
        var vm = Bureau.Vm(bureau.Office, "hr-web");
        var snapshot = bureau.Office.Database.Require("VM", (await DoneAsync("VM.snapshot", vm.Ref, "s1")).Text());
        Assert.Equal([snapshot.Ref], vm.Texts("snapshots"));
        Assert.Equal(snapshot.Ref, vm.Text("parent"));
        await DoneAsync("VM.clean_shutdown", vm.Ref);
        var twin = bureau.Office.Database.Require("VM", (await DoneAsync("VM.clone", vm.Ref, "hr-web-2")).Text());
        Assert.NotEqual(vm.Uuid, twin.Uuid);
        Assert.NotEqual(vm.Map("other_config").FindText("mac_seed"), twin.Map("other_config").FindText("mac_seed"));
        Assert.Equal(Bureau.Disks(bureau.Office, vm).Select(disk => disk.Number("virtual_size")), Bureau.Disks(bureau.Office, twin).Select(disk => disk.Number("virtual_size")));
        Assert.Empty(Bureau.Disks(bureau.Office, vm).Select(disk => disk.Ref).Intersect(Bureau.Disks(bureau.Office, twin).Select(disk => disk.Ref)));
    }

    [Fact]
    public async Task A_host_is_evacuated_onto_the_others()
    {
        var database = bureau.Centre.Database;
        var host = database.All("host").Single(item => item.Text("name_label") == "dc-host1");
        var pending = bureau.CallAsync(bureau.Centre, "host.evacuate", host.Ref);
        while (!pending.IsCompleted)
        {
            bureau.Pass(60);
            await Task.Yield();
        }
        await pending;
        Assert.DoesNotContain(database.All("VM"), vm => vm.Text("resident_on") == host.Ref && !vm.Bool("is_control_domain"));
        Assert.Equal("Running", Bureau.Vm(bureau.Centre, "dc-monitoring").Text("power_state"));
    }

    [Fact]
    public async Task A_pool_with_bonds_running_guests_or_shared_stores_cannot_be_joined_to_another()
    {
        var address = bureau.Centre.Coordinator.Text("address");
        async Task<string> JoinAsync(string password) =>
            Bureau.Error(await Assert.ThrowsAsync<XapiException>(() => bureau.CallAsync(bureau.Forecast, "pool.join", address, "root", password)));
        Assert.StartsWith("SESSION_AUTHENTICATION_FAILED", await JoinAsync("wrong"), StringComparison.Ordinal);
        Assert.Equal("JOINING_HOST_CANNOT_BE_MASTER_OF_OTHER_HOSTS", await JoinAsync("secret"));
        var database = bureau.Forecast.Database;
        foreach (var host in database.All("host").Where(host => host.Ref != bureau.Forecast.Coordinator.Ref).ToList())
        {
            database.Destroy(host);
        }
        Assert.Equal("JOINING_HOST_CANNOT_HAVE_RUNNING_VMS", await JoinAsync("secret"));
        foreach (var vm in database.All("VM").Where(vm => !vm.Bool("is_control_domain")).ToList())
        {
            database.Set(vm, "power_state", "Halted");
        }
        Assert.Equal("HOSTS_NOT_COMPATIBLE", await JoinAsync("secret"));
        database.Set(bureau.Forecast.Coordinator, "software_version", bureau.Centre.Coordinator["software_version"]);
        Assert.Equal("JOINING_HOST_CANNOT_CONTAIN_SHARED_SRS", await JoinAsync("secret"));
        foreach (var sr in database.All("SR").ToList())
        {
            database.Set(sr, "shared", false);
        }
        Assert.Equal("POOL_JOINING_HOST_HAS_BONDS", await JoinAsync("secret"));
    }

    private async Task<XapiValue> DoneAsync(string method, params XapiValue[] arguments)
    {
        var pending = bureau.CallAsync(bureau.Office, method, arguments);
        bureau.Pass(600);
        return await pending;
    }
}
