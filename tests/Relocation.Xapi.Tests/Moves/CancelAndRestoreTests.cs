using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Xapi.Tests.Moves;

public sealed class CancelAndRestoreTests
{
    private static readonly MovedAttributes Captured = new("shop", TwoPools.Map(("destroy", "keep")), new HostId("host-b"), "restart", TwoPools.Map(("0", "locked")), ["0"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_IsAskedOfTheTask_AndOfAnUnknownOneRefused()
    {
        await using var pools = new TwoPools();
        pools.Source.Handlers["task.cancel"] = call => call.Result("");
        var mover = await pools.MoverAsync(Token);
        var task = await mover.SendAsync(pools.Order, Token);
        await mover.RequestCancelAsync(pools.Order, task, Token);
        Assert.Equal(TwoPools.Task, pools.Source.Server.CallsOf("task.cancel").Single().Text(1));
        var refusal = await Assert.ThrowsAsync<HypervisorException>(() => mover.RequestCancelAsync(pools.Order, new MigrationTaskId("task-x"), Token));
        Assert.Equal("UUID_INVALID", refusal.Error.Code);
    }

    [Fact]
    public async Task Restore_WritesWhatDiffers_AndTakesTheMarkAway()
    {
        await using var pools = new TwoPools();
        pools.PutArrived("Running");
        pools.Source.Remove("VM", TwoPools.Vm);
        pools.Target.Put("VM_appliance", TwoPools.Ref(78), "app-b", ("name_label", "shop"));
        AcceptSetters(pools.Target);
        await (await pools.MoverAsync(Token)).RestoreAttributesAsync(pools.Order, Captured, Token);
        Assert.Equal(
            ["VM.set_affinity", "VM.set_appliance", "VM.set_ha_restart_priority", "VIF.set_locking_mode", "VDI.enable_cbt", "VM.set_blocked_operations", "VM.remove_from_other_config"],
            pools.Target.Writes);
        Assert.Equal(TwoPools.TargetHost, pools.Target.Server.CallsOf("VM.set_affinity").Single().Text(2));
        Assert.Equal(TwoPools.Ref(78), pools.Target.Server.CallsOf("VM.set_appliance").Single().Text(2));
        Assert.Equal("keep", pools.Target.Server.CallsOf("VM.set_blocked_operations").Single().Parameters[2].GetProperty("destroy").GetString());
        Assert.Equal([TwoPools.Ref(40), "locked"], pools.Target.Server.CallsOf("VIF.set_locking_mode").Single().Parameters.Skip(1).Select(one => one.GetString()));
        Assert.Equal(TwoPools.Ref(50), pools.Target.Server.CallsOf("VDI.enable_cbt").Single().Text(1));
        Assert.DoesNotContain("relocation:move", (Dictionary<string, string>)pools.Target["VM", TwoPools.TargetVm]["other_config"]);
    }

    [Fact]
    public async Task WhatIsAsCaptured_IsNotWrittenAgain_AndAForeignHostIsNoAffinity()
    {
        await using var pools = new TwoPools();
        pools.PutArrived("Running", ("blocked_operations", TwoPools.Map(("destroy", "keep"))), ("ha_restart_priority", "restart"));
        pools.Target["VIF", TwoPools.Ref(40)]["locking_mode"] = "locked";
        pools.Target["VDI", TwoPools.Ref(50)]["cbt_enabled"] = true;
        pools.Source.Remove("VM", TwoPools.Vm);
        await (await pools.MoverAsync(Token)).RestoreAttributesAsync(pools.Order, Captured with { Appliance = "", Affinity = new HostId("host-a") }, Token);
        Assert.Equal(["VM.remove_from_other_config"], pools.Target.Writes);
    }

    [Fact]
    public async Task AVAppMissingAtTheTarget_IsMadeOnce()
    {
        await using var pools = new TwoPools();
        pools.PutArrived("Running");
        AcceptSetters(pools.Target);
        pools.Target.Handlers["VM_appliance.create"] = call =>
        {
            pools.Target.Put("VM_appliance", TwoPools.Ref(90), "app-b", ("name_label", "shop"));
            return call.Result(TwoPools.Ref(90));
        };
        pools.Target.Handlers["VDI.enable_cbt"] = call => call.Result("");
        var mover = await pools.MoverAsync(Token);
        await mover.RestoreAttributesAsync(pools.Order, Captured, Token);
        await mover.RestoreAttributesAsync(pools.Order, Captured, Token);
        Assert.Equal("shop", pools.Target.Server.CallsOf("VM_appliance.create").Single().Parameters[1].GetProperty("name_label").GetString());
        Assert.All(pools.Target.Server.CallsOf("VM.set_appliance"), call => Assert.Equal(TwoPools.Ref(90), call.Text(2)));
    }

    [Fact]
    public async Task EachRefusalIsReported_AndTheRestIsDone()
    {
        await using var pools = new TwoPools();
        pools.PutArrived("Running");
        AcceptSetters(pools.Target);
        pools.Target.Handlers["VDI.enable_cbt"] = call => call.Failure("SR_OPERATION_NOT_SUPPORTED", TwoPools.TargetSr);
        pools.Target.Handlers["VM_appliance.create"] = call => call.Failure("RBAC_PERMISSION_DENIED", "VM_appliance.create");
        var mover = await pools.MoverAsync(Token);
        var incomplete = await Assert.ThrowsAsync<HypervisorException>(() => mover.RestoreAttributesAsync(pools.Order, Captured, Token));
        Assert.Equal("RESTORE_INCOMPLETE", incomplete.Error.Code);
        Assert.Equal(["appliance: RBAC_PERMISSION_DENIED [VM_appliance.create]", "VBD 0 changed block tracking: SR_OPERATION_NOT_SUPPORTED [sr-b]"], incomplete.Error.Parameters);
        Assert.Contains("VM.set_blocked_operations", pools.Target.Writes);
        Assert.Contains("VM.remove_from_other_config", pools.Target.Writes);
    }

    [Fact]
    public async Task AfterAFailedMove_TheMarkIsTakenFromTheVmThatStayed()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        await mover.RestoreAttributesAsync(pools.Order, Captured, Token);
        Assert.DoesNotContain("relocation:move", (Dictionary<string, string>)pools.Source["VM", TwoPools.Vm]["other_config"]);
    }

    private static void AcceptSetters(ScriptedPool pool)
    {
        foreach (var method in new[] { "VM.set_affinity", "VM.set_appliance", "VM.set_ha_restart_priority", "VIF.set_locking_mode", "VDI.enable_cbt", "VM.set_blocked_operations" })
        {
            pool.Handlers[method] = call => call.Result("");
        }
    }
}
