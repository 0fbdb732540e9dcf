using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;

namespace Relocation.Simulator.Tests.Checks;

public class AllowedOperationsTests
{
    [Fact]
    public void They_are_those_of_the_real_toolstack_for_every_VM_that_it_computed_them_for()
    {
        var compared = 0;
        foreach (var file in Directory.GetFiles(SharedData.Require("golden"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, index) => index % 4 == 0))
        {
            // Two files were taken while moves ran; what the laboratory wrote straight into a database was not computed.
            if (file.Contains("20", StringComparison.Ordinal) && (file.Contains("201-", StringComparison.Ordinal) || file.Contains("202-", StringComparison.Ordinal)))
            {
                continue;
            }
            var database = DatabaseFile.Load(file, new IdentifierSource(1));
            foreach (var vm in database.All("VM").Where(vm => vm.Texts("attached_PCIs").Count == 0 && vm.Texts("VUSBs").Count == 0 && !IsWrittenTo(database, vm)))
            {
                Assert.Equal(
                    $"{Path.GetFileName(Path.GetDirectoryName(file))} {vm.Text("name_label")}: {string.Join(' ', vm.Texts("allowed_operations"))}",
                    $"{Path.GetFileName(Path.GetDirectoryName(file))} {vm.Text("name_label")}: {string.Join(' ', AllowedOperations.Of(database, vm))}");
                compared++;
            }
        }
        Assert.True(compared > 100, $"only {compared} compared");
    }

    [Fact]
    public void They_follow_what_changes()
    {
        var world = SimulatedPools.World();
        var pool = SimulatedPools.Small(world);
        var vm = pool.Database.Create("VM", [SimulatedPools.Field("power_state", "Halted"), SimulatedPools.Field("domain_type", "hvm")]);
        Assert.Contains("start", vm.Texts("allowed_operations"));
        Assert.Contains("migrate_send", vm.Texts("allowed_operations"));
        pool.Database.SetKey(vm, "blocked_operations", "migrate_send", "keep");
        Assert.DoesNotContain("migrate_send", vm.Texts("allowed_operations"));
        pool.Database.SetKey(vm, "current_operations", "OpaqueRef:t", "start");
        Assert.Equal(["metadata_export"], vm.Texts("allowed_operations"));
    }

    private static bool IsWrittenTo(PoolDatabase database, XapiObject vm) =>
        vm.Map("blocked_operations").Entries.Count > 0
        // A member's control domain keeps what was computed when it was made, before it ran.
        || (vm.Text("power_state") == "Running" && vm.Texts("allowed_operations").Contains("start"))
        || database.Find("VM_metrics", vm.Text("metrics"))?.Bool("nomigrate") == true
        || database.Find("VM_guest_metrics", vm.Text("guest_metrics"))?.Map("other").FindText("data-cant-suspend-reason") is not null;
}
