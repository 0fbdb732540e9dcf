using Relocation.Web.Features.Settings;

namespace Relocation.Web.Tests.Settings;

public sealed class PoolAddressTests
{
    [Theory]
    [InlineData("10.0.0.5", "https://10.0.0.5/")]
    [InlineData(" xen.example:8443 ", "https://xen.example:8443/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("https://[fd00::1]", "https://[fd00::1]/")]
    public void Parse_HostOrAddress_IsTaken(string typed, string address) => Assert.Equal(address, PoolAddress.Parse(typed)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("https://host/path")]
    [InlineData("https://host?x=1")]
    [InlineData("https://root:secret@host")]
    [InlineData("ftp://host")]
    [InlineData("https://")]
    public void Parse_AnythingElse_IsRefused(string typed) => Assert.Null(PoolAddress.Parse(typed));
}
