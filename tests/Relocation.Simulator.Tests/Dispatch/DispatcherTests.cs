using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Dispatch;

public sealed class DispatcherTests
{
    private readonly SimulatedPool pool = SimulatedPools.Small();
    private readonly string session;
    private readonly string vm;

    public DispatcherTests()
    {
        session = pool.LogIn();
        vm = pool.Database.Create("VM", [SimulatedPools.Field("name_label", "web"), SimulatedPools.Field("other_config", new Dictionary<string, string> { ["k"] = "v" })]).Ref;
    }

    [Fact]
    public async Task Count_LeavesTheSessionOut() => await FailsAsync("VM.start", [vm], "MESSAGE_PARAMETER_COUNT_MISMATCH", "VM.start", "3", "1");

    [Fact]
    public async Task NoParameters_AreACountOfMinusOne()
    {
        var fault = await Assert.ThrowsAsync<XapiException>(() => pool.Dispatcher.CallAsync("VM.get_all", [], new CallOrigin(pool.Coordinator, default)));
        Assert.Equal(["MESSAGE_PARAMETER_COUNT_MISMATCH", "VM.get_all", "0", "-1"], fault.Description);
    }

    [Fact]
    public async Task Session_IsCheckedBeforeTheName()
    {
        var fault = await Assert.ThrowsAsync<XapiException>(() => pool.CallAsync("bad", "VM.no_such"));
        Assert.Equal(["SESSION_INVALID", "bad"], fault.Description);
        await FailsAsync("VM.no_such", [], "MESSAGE_METHOD_UNKNOWN", "VM.no_such");
    }

    [Fact]
    public async Task AsyncGetter_IsAFault() => await FailsAsync("Async.VM.get_record", [vm], "Fault", "No async mode for this operation (rpc: VM.get_record)");

    [Fact]
    public async Task Removed_IsSaidSo() => await FailsAsync("VBD_metrics.get_all_records", [], "MESSAGE_REMOVED");

    [Fact]
    public async Task WrongTypes_AreInternalErrors()
    {
        await FailsAsync("VM.start", [vm, "x", false], "INTERNAL_ERROR", "Failure(\"Expected bool, got 'S(x)'\")");
        await FailsAsync("VM.set_actions_after_crash", [vm, "nope"], "INTERNAL_ERROR", "Failure(\"Unknown tag/contents\")");
        await FailsAsync("VM.create", [new XapiMap([KeyValuePair.Create("name_label", (XapiValue)"x")])], "INTERNAL_ERROR", "Server_helpers.Dispatcher_FieldNotFound(\"user_version\")");
        await FailsAsync("VM.get_record", [new XapiMap([KeyValuePair.Create("session", (XapiValue)"a")])], "INTERNAL_ERROR", "Failure(\"Expected string, got '{session:S(a)}'\")");
    }

    [Fact]
    public async Task UnknownObjects_AreNamedByClass()
    {
        await FailsAsync("VM.get_record", ["OpaqueRef:x"], "HANDLE_INVALID", "VM", "OpaqueRef:x");
        await FailsAsync("VM.get_record", [pool.Coordinator.Ref], "HANDLE_INVALID", "VM", pool.Coordinator.Ref);
        await FailsAsync("VM.get_by_uuid", ["x"], "UUID_INVALID", "VM", "x");
    }

    [Fact]
    public async Task Accessors_ReadAndWriteFields()
    {
        await CallAsync("VM.set_name_description", vm, "text");
        Assert.Equal((XapiValue)"text", await CallAsync("VM_get_name_description", vm));
        Assert.Equal(XapiSet.OfTexts([vm]), await CallAsync("VM.get_by_name_label", "web"));
        await FailsAsync("VM.add_to_other_config", [vm, "k", "w"], "MAP_DUPLICATE_KEY", "VM", "other_config", vm, "k");
        await CallAsync("VM.remove_from_other_config", vm, "k");
        await CallAsync("VM.remove_from_other_config", vm, "absent");
        await CallAsync("VM.add_to_other_config", vm, "k", "w");
        Assert.Equal("w", ((XapiMap)await CallAsync("VM.get_other_config", vm)).FindText("k"));
        await CallAsync("VM.add_tags", vm, "a");
        await CallAsync("VM.add_tags", vm, "b");
        await CallAsync("VM.remove_tags", vm, "a");
        Assert.Equal(XapiSet.OfTexts(["b"]), await CallAsync("VM.get_tags", vm));
    }

    [Fact]
    public async Task Numbers_MayComeAsText()
    {
        await CallAsync("VM.set_user_version", vm, "7");
        Assert.Equal((XapiValue)7L, await CallAsync("VM.get_user_version", vm));
    }

    [Fact]
    public async Task Record_HasThePublicFieldsInOrder()
    {
        var record = (XapiMap)await CallAsync("VM.get_record", vm);
        Assert.Equal(["uuid", "allowed_operations", "current_operations", "name_label"], record.Entries.Take(4).Select(entry => entry.Key));
        Assert.Null(record.Find("is_snapshot_from_vmpp_internal"));
        Assert.Equal(pool.Database.Schema.Class("VM").PublicFields.Count, record.Entries.Count);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("field \"name__label\"=\"web\"", true)]
    [InlineData("field \"name__label\" = 'other'", false)]
    [InlineData("not field \"name__label\"=\"other\" and (field \"is_a_template\"=\"true\" or true)", true)]
    public async Task Where_Filters(string expression, bool isFound)
    {
        var records = (XapiMap)await CallAsync("VM.get_all_records_where", expression);
        Assert.Equal(isFound, records.Find(vm) is not null);
    }

    [Fact]
    public async Task Where_RefusesNonsense()
    {
        await FailsAsync("VM.get_all_records_where", ["garbage("], "INVALID_VALUE", "garbage(", "Failure(\"lexing: empty token\")");
        await FailsAsync("VM.get_all_records_where", ["field \"nope\" = \"x\""], "INTERNAL_ERROR", "missing field", "nope", "");
    }

    [Fact]
    public async Task UnknownOperation_IsNotPretended() => await FailsAsync("pool.sync_database", [], "NOT_IMPLEMENTED", "pool.sync_database");

    [Fact]
    public async Task Operation_SeesDefaultsOfWhatWasLeftOut()
    {
        XapiMap? options = null;
        pool.Operations.Add("VM.migrate_send", call =>
        {
            options = call.Map("vdi_format_map");
            return (XapiValue)call.Task.Ref;
        });
        var task = await CallAsync("VM.migrate_send", vm, XapiMap.Empty, true, XapiMap.Empty, XapiMap.Empty, XapiMap.Empty);
        Assert.Equal(XapiMap.Empty, options);
        Assert.StartsWith("DummyRef:|", task.Text(), StringComparison.Ordinal);
        Assert.EndsWith("|VM.migrate_send", task.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_TakesOnlyWhatACreatorMayWrite()
    {
        var record = new XapiMap([SimulatedPools.Field("name_label", "n"), SimulatedPools.Field("MTU", "1500"), SimulatedPools.Field("other_config", XapiMap.Empty), SimulatedPools.Field("allowed_operations", XapiSet.OfTexts(["x"]))]);
        var network = pool.Database.Require("network", (await CallAsync("network.create", record)).Text());
        Assert.Equal(1500, network.Number("MTU"));
        Assert.Empty(network.Texts("allowed_operations"));
        Assert.Equal(36, network.Uuid.Length);
    }

    private Task<XapiValue> CallAsync(string method, params XapiValue[] arguments) => pool.CallAsync(session, method, arguments);

    private async Task FailsAsync(string method, XapiValue[] arguments, params string[] description)
    {
        var fault = await Assert.ThrowsAsync<XapiException>(() => CallAsync(method, arguments));
        Assert.Equal(description, fault.Description);
    }
}
