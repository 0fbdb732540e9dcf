using Relocation.Core.Inventory;
using Relocation.Xapi.Tests.Databases;

namespace Relocation.Xapi.Tests.Golden;

public sealed class DriverFeatureTests
{
    /// <summary>XAPI itself goes by `features`; the older list beside it may say more.</summary>
    [Fact]
    public async Task Features_CountBeforeTheOlderListOfCapabilities()
    {
        var (_, objects) = await Dump.OfPool()
            .Row("SM", "sm", ("type", "nfs"), ("capabilities", "('VDI_MIRROR' 'VDI_SNAPSHOT')"), ("features", "(('VDI_SNAPSHOT' '1'))"))
            .Row("SR", "sr", ("type", "nfs"))
            .ReadAsync();
        Assert.Equal(["VDI_SNAPSHOT"], objects.OfType<StorageRepository>().Single().Capabilities);
    }
}
