using Relocation.Core.Hypervisors;
using Relocation.Core.Waves;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Moves;

public sealed class CheckAndSendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AsksWithTheRealMapping_AndClosesTheTransfersSession()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        Assert.Null(await mover.AssertCanMigrateAsync(pools.Order, Token));
        var call = pools.Source.Server.CallsOf("VM.assert_can_migrate").Single();
        Assert.Equal(TwoPools.Vm, call.Text(1));
        Assert.Equal("OpaqueRef:destination", call.Parameters[2].GetProperty("session_id").GetString());
        Assert.True(call.Parameters[3].GetBoolean());
        Assert.Equal(TwoPools.TargetSr, call.Parameters[4].GetProperty(TwoPools.Disk0).GetString());
        Assert.Equal(TwoPools.TargetSr, call.Parameters[4].GetProperty(TwoPools.Disk1).GetString());
        Assert.Equal(TwoPools.TargetNetwork, call.Parameters[5].GetProperty(TwoPools.Vif).GetString());
        Assert.Equal(8, call.Parameters.Count);
        Assert.Equal("OpaqueRef:destination", pools.Target.Server.CallsOf("session.logout").Single().Text(0));
        Assert.Equal([TwoPools.TargetHost, TwoPools.TargetNetwork], pools.Target.Server.CallsOf("host.migrate_receive").Single().Parameters.Skip(1).Take(2).Select(one => one.GetString()));
    }

    [Theory]
    [InlineData(2, 7, 7)]
    [InlineData(2, 8, 8)]
    [InlineData(1, 10, 7)]
    public async Task OldServers_AreNotSentTheVgpuMap(int major, int minor, int parameters)
    {
        await using var pools = new TwoPools();
        pools.Source["host", TwoPools.Ref(91)]["API_version_major"] = major;
        pools.Source["host", TwoPools.Ref(91)]["API_version_minor"] = minor;
        await (await pools.MoverAsync(Token)).AssertCanMigrateAsync(pools.Order, Token);
        Assert.Equal(parameters, pools.Source.Server.CallsOf("VM.assert_can_migrate").Single().Parameters.Count);
    }

    [Fact]
    public async Task RefusedCheck_IsReturned_WithUuidsOfEitherPoolInPlaceOfReferences()
    {
        await using var pools = new TwoPools();
        pools.Source.Put("PIF", TwoPools.Ref(60), "pif-a");
        pools.Source.Handlers["VM.assert_can_migrate"] = call => call.Failure("SR_DOES_NOT_SUPPORT_MIGRATION", TwoPools.TargetSr, $"text about {TwoPools.Disk1} and {TwoPools.Ref(60)} and {TwoPools.Ref(61)}");
        var error = await (await pools.MoverAsync(Token)).AssertCanMigrateAsync(pools.Order, Token);
        Assert.Equal($"SR_DOES_NOT_SUPPORT_MIGRATION [sr-b, text about vdi-1 and pif-a and {TwoPools.Ref(61)}]", error!.ToString());
        Assert.Single(pools.Target.Server.CallsOf("session.logout"));
    }

    [Fact]
    public async Task ObjectThatIsGone_IsARefusalNamingIt()
    {
        await using var pools = new TwoPools();
        pools.Target.Remove("SR", TwoPools.TargetSr);
        var error = await (await pools.MoverAsync(Token)).AssertCanMigrateAsync(pools.Order, Token);
        Assert.Equal("UUID_INVALID [SR, sr-b]", error!.ToString());
        Assert.Empty(pools.Target.Server.CallsOf("host.migrate_receive"));
    }

    [Fact]
    public async Task WarmMoves_AreRefusedRatherThanDoneOtherwise()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        var refusal = await Assert.ThrowsAsync<HypervisorException>(() => mover.SendAsync(pools.Order with { Method = MoveMethod.Warm }, Token));
        Assert.Equal("MOVE_METHOD_UNSUPPORTED", refusal.Error.Code);
        Assert.Empty(pools.Source.Writes);
    }

    [Fact]
    public async Task Send_MarksTheVm_Sends_TagsTheTask_InThatOrder()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        var task = await mover.SendAsync(pools.Order, Token);
        Assert.Equal("task-1", task.Uuid);
        Assert.Equal(["VM.remove_from_other_config", "VM.add_to_other_config", "Async.VM.migrate_send", "task.add_to_other_config", "task.add_to_other_config"], pools.Source.Writes);
        Assert.Equal(pools.Order.Move.ToString(), ((Dictionary<string, string>)pools.Source["VM", TwoPools.Vm]["other_config"])["relocation:move"]);
        var tags = (Dictionary<string, string>)pools.Source["task", TwoPools.Task]["other_config"];
        Assert.Equal(pools.Order.Move.ToString(), tags["relocation:move"]);
        Assert.Equal(pools.Order.Run.ToString(), tags["relocation:run"]);
    }

    [Fact]
    public async Task SendTwice_OverAnOldMark_Works()
    {
        await using var pools = new TwoPools();
        var mover = await pools.MoverAsync(Token);
        await mover.SendAsync(pools.Order, Token);
        await mover.SendAsync(pools.Order, Token);
        Assert.Equal(2, pools.Source.Server.CallsOf("Async.VM.migrate_send").Count);
    }

    [Fact]
    public async Task SendWhoseAnswerIsLost_WasMadeOnce_AndIsUnknown()
    {
        await using var pools = new TwoPools();
        pools.Source.Handlers["Async.VM.migrate_send"] = call => FakeReply.Drop;
        var mover = await pools.MoverAsync(Token);
        await Assert.ThrowsAsync<HypervisorUnreachableException>(() => mover.SendAsync(pools.Order, Token));
        Assert.Single(pools.Source.Server.CallsOf("Async.VM.migrate_send"));
        Assert.Empty(pools.Target.Server.CallsOf("session.logout"));
    }

    [Fact]
    public async Task SendThatIsRefused_StartedNothing_AndClosesTheTransfersSession()
    {
        await using var pools = new TwoPools();
        pools.Source.Handlers["Async.VM.migrate_send"] = call => call.Failure("OTHER_OPERATION_IN_PROGRESS", "VM", TwoPools.Vm);
        var mover = await pools.MoverAsync(Token);
        var refusal = await Assert.ThrowsAsync<HypervisorException>(() => mover.SendAsync(pools.Order, Token));
        Assert.Equal("OTHER_OPERATION_IN_PROGRESS [VM, vm-1]", refusal.Error.ToString());
        Assert.Equal("OpaqueRef:destination", pools.Target.Server.CallsOf("session.logout").Single().Text(0));
    }

    [Fact]
    public async Task TaskThatEndsBeforeItsNameIsRead_IsUnknown_NotRefused()
    {
        await using var pools = new TwoPools();
        pools.Source.Handlers["Async.VM.migrate_send"] = call => call.Result(TwoPools.Task);
        var mover = await pools.MoverAsync(Token);
        await Assert.ThrowsAsync<HypervisorUnreachableException>(() => mover.SendAsync(pools.Order, Token));
    }

    [Fact]
    public async Task AddressThatAnswersForAnotherPool_IsNotUsed()
    {
        await using var pools = new TwoPools();
        pools.Target["pool", TwoPools.Ref(94)]["uuid"] = "pool-c";
        var refusal = await Assert.ThrowsAsync<HypervisorUnreachableException>(() => pools.MoverAsync(Token));
        Assert.Contains("pool-c", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PoolWithoutAConnection_IsUnreachable()
    {
        await using var pools = new TwoPools();
        await Assert.ThrowsAsync<HypervisorUnreachableException>(() => pools.MoverAsync("pool-a", "pool-x", Token));
    }
}
