using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.World;

public class ToolstackStartTests
{
    [Fact]
    public void A_database_of_old_drivers_is_served_by_todays()
    {
        var database = Database(XapiMap.Empty);
        SimulatedPools.Of(database, SimulatedPools.World());
        Assert.Superset(new HashSet<string> { "VDI_CREATE", "VDI_SNAPSHOT", "VDI_MIRROR", "VDI_MIRROR_IN" }, StorageCapability.Features(database, database.All("SR")[0]).ToHashSet());
        Assert.Equal("false", database.Pool.Map("restrictions").FindText("restrict_storage_xen_motion"));
    }

    [Fact]
    public void A_database_that_tells_features_is_taken_at_its_word()
    {
        var database = Database(new XapiMap([KeyValuePair.Create("VDI_CREATE", (XapiValue)1L)]));
        SimulatedPools.Of(database, SimulatedPools.World());
        Assert.Equal(["VDI_CREATE"], StorageCapability.Features(database, database.All("SR")[0]));
        Assert.Equal("true", database.Pool.Map("restrictions").FindText("restrict_storage_xen_motion"));
    }

    private static PoolDatabase Database(XapiMap features)
    {
        var database = new PoolDatabase(XapiSchema.Current, new IdentifierSource(1));
        var host = database.Create("host", []);
        database.Create("pool", [SimulatedPools.Field("master", host.Ref), SimulatedPools.Field("restrictions", new Dictionary<string, string> { ["restrict_storage_xen_motion"] = "true" })]);
        database.Create("SM", [SimulatedPools.Field("type", "nfs"), SimulatedPools.Field("capabilities", new[] { "VDI_CREATE" }), SimulatedPools.Field("features", features)]);
        database.Create("SR", [SimulatedPools.Field("type", "nfs")]);
        return database;
    }
}
