namespace Relocation.Simulator.Tests.Conformance;

/// <summary>The recorded migrations between two real pools, call by call.</summary>
public sealed class MigrationConformanceTests(ITestOutputHelper output)
{
    private static readonly string[] FirstBoot =
    [
        "migrate_dst/migrate_receive", "migrate_dst/migrate_receive_2", "migrate_dst/migrate_receive_net_no_ip", "migrate_dst/migrate_receive_net_without_pif",
        "migrate/acm_running_ok", "migrate/acm_no_vdi_map", "migrate/json_acm_no_vif_map", "migrate/acm_foreign_vdi", "migrate/acm_vdi_map_bad_sr",
        "migrate/acm_vdi_map_iso_sr", "migrate/acm_unknown_option", "migrate/acm_running_copy", "migrate/acm_bad_master", "migrate/acm_empty_token",
        "migrate/acm_with_cd", "migrate/acm_no_tools", "migrate/acm_halted_live_false", "migrate/acm_halted_force", "migrate/acm_not_enough_memory",
        "migrate/acm_not_enough_memory_halted", "migrate/acm_host_disabled", "migrate/assert_can_boot_here", "migrate/start_not_enough_memory",
        "migrate/pool_migrate_halted", "migrate/pool_migrate", "migrate/pool_migrate_same_host", "migrate/async_pool_migrate",
        "migrate/async_pool_migrate_task_0", "migrate/async_pool_migrate_task_end", "migrate/migrate_send_halted_with_disk",
        "migrate/migrate_send_halted_with_disk_task_end", "migrate/source_vm_after", "migrate_dst/dst_vm_after",
    ];

    private static readonly string[] SecondBoot =
    [
        "migrate/login_live", "migrate_dst/login_live", "migrate/live_diskless_migrate_send", "migrate/live_diskless_task_00", "migrate/live_diskless_task_04",
        "migrate/live_diskless_source_after", "migrate_dst/live_diskless_dst_after", "migrate_dst/live_diskless_dst_record", "migrate_dst/live_with_disk_receive",
        "migrate/live_with_disk_migrate_send", "migrate/live_with_disk_task_00", "migrate/live_with_disk_task_13", "migrate/live_with_disk_task_14",
        "migrate/live_with_disk_task_15", "migrate/live_with_disk_task_16", "migrate/live_with_disk_task_25", "migrate/live_with_disk_task_27",
        "migrate/live_with_disk_task_end", "migrate/live_with_disk_source_after", "migrate_dst/live_with_disk_dst_after",
    ];

    [Fact]
    public async Task Migrations_DifferOnlyWhereListed()
    {
        var exchanges = RecordedExchange.Folder("migrate").Concat(RecordedExchange.Folder("migrate_dst")).ToDictionary(item => item.Name, StringComparer.Ordinal);
        Assert.Equal(exchanges.Keys.Order(StringComparer.Ordinal), FirstBoot.Concat(SecondBoot).Order(StringComparer.Ordinal));
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        await PlayAsync(stage => stage.FirstBoot(), FirstBoot, exchanges, found);
        await PlayAsync(stage => stage.SecondBoot(), SecondBoot, exchanges, found);
        foreach (var folder in (string[])["migrate", "migrate_dst"])
        {
            KnownDifferences.AssertOnly(folder, found.Where(item => item.Key.StartsWith($"{folder}/", StringComparison.Ordinal)), output);
        }
    }

    private static async Task PlayAsync(Action<MigrationStage> set, string[] names, Dictionary<string, RecordedExchange> exchanges, Dictionary<string, IReadOnlyList<string>> found)
    {
        await using var server = await ConformanceTests.StartAsync("alpha-fresh", "beta-fresh");
        var stage = new MigrationStage(server);
        set(stage);
        foreach (var name in names)
        {
            stage.Prepare(name.Split('/')[1]);
            var replay = name.StartsWith("migrate/", StringComparison.Ordinal) ? stage.Alpha : stage.Beta;
            if (await replay.PlayAsync(exchanges[name]) is { Count: > 0 } differences)
            {
                found.Add(name, differences);
            }
        }
    }
}
