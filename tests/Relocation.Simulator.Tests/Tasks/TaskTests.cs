using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Tasks;

public sealed class TaskTests
{
    private readonly SimulatedPool pool = SimulatedPools.Small();
    private readonly string session;
    private readonly string vm;

    public TaskTests()
    {
        session = pool.LogIn();
        vm = pool.Database.Create("VM", []).Ref;
    }

    [Fact]
    public async Task Success_HasAFragmentAsResult()
    {
        pool.Operations.AddAsync("VM.clone", _ => Task.FromResult<XapiValue>("OpaqueRef:new"));
        var task = await EndedAsync("Async.VM.clone", vm, "copy");
        Assert.Equal("success", task.Text("status"));
        Assert.Equal("<value>OpaqueRef:new</value>", task.Text("result"));
        Assert.Equal(1.0, task.Real("progress"));
        Assert.Equal("Async.VM.clone", task.Text("name_label"));
        Assert.Equal(pool.Clock.Now, task.Date("finished"));
    }

    [Fact]
    public async Task Void_IsAnEmptyFragment()
    {
        pool.Operations.Add("VM.start", _ => { });
        Assert.Equal("<value></value>", (await EndedAsync("Async.VM.start", vm, false, false)).Text("result"));
    }

    [Fact]
    public async Task Failure_KeepsCodeAndParameters()
    {
        pool.Operations.Add("VM.start", Refuse);
        var task = await EndedAsync("Async.VM.start", vm, false, false);
        Assert.Equal("failure", task.Text("status"));
        Assert.Equal(["VM_IS_TEMPLATE", vm, "start"], task.Texts("error_info"));
        Assert.Equal(1.0, task.Real("progress"));
        Assert.Equal("", task.Text("result"));
    }

    [Fact]
    public async Task BadHandle_FailsInTheTask_NotAtOnce()
    {
        var task = await EndedAsync("Async.VM.destroy", "OpaqueRef:x");
        Assert.Equal(["HANDLE_INVALID", "VM", "OpaqueRef:x"], task.Texts("error_info"));
    }

    [Fact]
    public async Task Pending_LooksAsTheRealOne()
    {
        pool.Operations.AddAsync("VM.start", async call => await Task.Delay(Timeout.InfiniteTimeSpan, call.Clock.Wall, call.Task.Cancellation));
        var task = pool.Database.Require("task", (await pool.CallAsync(session, "Async.VM.start", vm, false, false)).Text());
        Assert.Equal(("pending", "<none/>", "()", ""), (task.Text("status"), task.Text("type"), task.Text("backtrace"), task.Text("result")));
        Assert.Equal(DateTimeOffset.UnixEpoch, task.Date("finished"));

        await pool.CallAsync(session, "task.cancel", task.Ref);
        await EndAsync(task);
        Assert.Equal("cancelled", task.Text("status"));
        Assert.Empty(task.Texts("error_info"));
        Assert.Contains(task.Map("current_operations").Entries, entry => entry.Key.EndsWith("|task.cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CancelOfATaskAClientMade_OnlyNotesIt()
    {
        var task = pool.Database.Require("task", (await pool.CallAsync(session, "task.create", "mine", "d")).Text());
        await pool.CallAsync(session, "task.cancel", task.Ref);
        Assert.Equal("pending", task.Text("status"));
        Assert.Equal("cancel", Assert.Single(task.Map("current_operations").Texts.Values));
        await pool.CallAsync(session, "task.set_progress", task.Ref, 0.5);
        await pool.CallAsync(session, "task.set_status", task.Ref, "success");
        Assert.Equal(("success", 0.5), (task.Text("status"), task.Real("progress")));
    }

    [Fact]
    public async Task DestroyOfARunningTask_HappensAtItsEnd()
    {
        var end = new TaskCompletionSource();
        pool.Operations.AddAsync("VM.start", call => end.Task);
        var task = pool.Database.Require("task", (await pool.CallAsync(session, "Async.VM.start", vm, false, false)).Text());
        await pool.CallAsync(session, "task.destroy", task.Ref);
        Assert.False(task.IsGone);
        end.SetResult();
        await UntilAsync(() => task.IsGone);
    }

    [Fact]
    public async Task CodeThatThrows_IsAnInternalError()
    {
        pool.Operations.Add("VM.start", _ => throw new InvalidOperationException("oops"));
        Assert.Equal(["INTERNAL_ERROR", "InvalidOperationException(\"oops\")"], (await EndedAsync("Async.VM.start", vm, false, false)).Texts("error_info"));
    }

    private static void Refuse(XapiCall call) => throw new XapiException("VM_IS_TEMPLATE", call.Text("vm"), "start");

    private async Task<XapiObject> EndedAsync(string method, params XapiValue[] arguments)
    {
        var task = pool.Database.Require("task", (await pool.CallAsync(session, method, arguments)).Text());
        await EndAsync(task);
        return task;
    }

    private Task EndAsync(XapiObject task) => UntilAsync(() => task.Text("status") != "pending");

    private async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            var change = pool.Database.NextChange();
            if (condition())
            {
                return;
            }
            await change.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }
}
