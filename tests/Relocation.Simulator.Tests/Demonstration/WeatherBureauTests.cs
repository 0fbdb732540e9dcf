using Relocation.Simulator.Database;
using Relocation.Simulator.Demonstration;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Tests.Operations;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Demonstration;

public class WeatherBureauTests
{
    [Fact]
    public void It_has_two_sites_three_pools_and_about_sixty_VMs()
    {
        var world = WeatherBureau.Create(1);
        Assert.Equal(3, world.Pools.Count);
        Assert.Equal([WeatherBureau.OldSite, WeatherBureau.NewSite], world.Pools.Select(pool => pool.Site).Distinct());
        Assert.InRange(world.Pools.Sum(pool => Guests(pool.Database).Count()), 55, 70);
        Assert.All(world.Pools.SelectMany(pool => Guests(pool.Database)), vm => Assert.Single(vm.Texts("tags"), tag => tag.StartsWith(WeatherBureau.ApplicationTag, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_seed_makes_the_same_files_and_another_other_ones()
    {
        Assert.Equal(Written(3), Written(3));
        Assert.NotEqual(Written(3), Written(4));
    }

    [Fact]
    public void Hosts_have_room_for_their_guests_and_every_running_VM_could_be_there()
    {
        foreach (var pool in WeatherBureau.Create(1).Pools)
        {
            foreach (var vm in Guests(pool.Database).Where(vm => vm.Text("power_state") == "Running"))
            {
                var host = pool.Database.Require("host", vm.Text("resident_on"));
                Assert.True(Relocation.Simulator.Checks.HostMemory.Free(pool.Database, host) > 0, $"{host.Text("name_label")} is full");
            }
        }
    }

    [Fact]
    public async Task Some_VMs_cannot_move_as_they_are_and_all_others_can()
    {
        var bureau = new Bureau();
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pool in (SimulatedPool[])[bureau.Forecast, bureau.Office])
        {
            foreach (var vm in Guests(pool.Database).ToList())
            {
                var order = await bureau.OrderAsync(pool, vm);
                var check = await Record.ExceptionAsync(() => bureau.CallAsync(pool, "VM.assert_can_migrate", order));
                var reason = (check as XapiException)?.Code ?? Relocation.Simulator.Checks.VmLifecycle.Refusal(pool.Database, vm, "migrate_send")?.Code
                    ?? (Bureau.Disks(pool, vm).Any(disk => disk.Text("on_boot") == "reset") ? "VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION" : null);
                if (reason is not null)
                {
                    refused[vm.Text("name_label")] = reason;
                }
            }
        }
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["backup-proxy-02"] = "VM_LACKS_FEATURE",
                ["finance-app"] = "OPERATION_BLOCKED",
                ["forecast-desk-02"] = "VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION",
                ["licence-server-01"] = "VM_HAS_VUSBS",
                ["lightning-locator"] = "VM_LACKS_FEATURE",
                ["mysql-obs"] = "VDI_CBT_ENABLED",
                ["nwp-node-01"] = "VM_INCOMPATIBLE_WITH_THIS_HOST",
                ["sat-receiver-01"] = "VM_HAS_PCI_ATTACHED",
                ["warning-broadcast"] = "OPERATION_BLOCKED",
            },
            refused);
    }

    [Fact]
    public async Task A_first_wave_can_be_watched_in_less_than_three_minutes()
    {
        var bureau = new Bureau(WeatherBureau.Speed);
        var moves = new List<Task<XapiValue>>();
        foreach (var pool in (SimulatedPool[])[bureau.Forecast, bureau.Office])
        {
            foreach (var vm in Guests(pool.Database).Where(vm => vm.Texts("tags").Any(tag => WeatherBureau.FirstWave.Contains(tag[WeatherBureau.ApplicationTag.Length..]))).ToList())
            {
                moves.Add(await bureau.SendAsync(pool, vm.Text("name_label"), $"dc-host{1 + (moves.Count % 4)}"));
            }
        }
        Assert.InRange(moves.Count, 8, 9);
        bureau.Pass(600);
        await Task.WhenAll(moves);
        var truths = bureau.World.Engine.Truths;
        var began = truths.Min(truth => truth.Began);
        Assert.InRange((truths.Max(truth => truth.Ended!.Value) - began).TotalSeconds / WeatherBureau.Speed, 20, 100);
        Assert.All(truths, truth => Assert.InRange(truth.Duration!.Value.TotalSeconds / WeatherBureau.Speed, 8, 70));
    }

    [Fact]
    public void A_pool_of_any_size_is_made_and_read_back()
    {
        var database = GeneratedPool.Create("big", 500, 2);
        using var stream = new MemoryStream();
        DatabaseFile.Save(database, stream);
        stream.Position = 0;
        var read = DatabaseFile.Load(stream, new IdentifierSource(9));
        Assert.Equal(500, Guests(read).Count());
        Assert.Equal(database.Count("VDI"), read.Count("VDI"));
    }

    private static IEnumerable<XapiObject> Guests(PoolDatabase database) =>
        database.All("VM").Where(vm => !vm.Bool("is_a_template") && !vm.Bool("is_a_snapshot") && !vm.Bool("is_control_domain"));

    private static string Written(int seed)
    {
        var text = new StringWriter();
        foreach (var pool in WeatherBureau.Create(seed).Pools)
        {
            using var stream = new MemoryStream();
            DatabaseFile.Save(pool.Database, stream);
            text.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
        return text.ToString();
    }
}
