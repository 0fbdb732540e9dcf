using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Sessions;

public sealed class CertificateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Probe_TellsTheCertificatePresented()
    {
        using var certificate = SelfSigned.Certificate("pool-a.example");
        await using var server = new FakeXapi(call => call.Result(""), certificate: certificate);
        var facts = await XapiProbe.FingerprintAsync(server.Address, Token);
        Assert.Equal(SelfSigned.Fingerprint(certificate), facts.Fingerprint);
        Assert.Equal("CN=pool-a.example", facts.Subject);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), facts.ValidFrom);
        Assert.Equal(new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero), facts.ValidUntil);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Probe_OfPlainHttpOrOfNobody_SaysSo()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => XapiProbe.FingerprintAsync(new Uri("http://127.0.0.1"), Token));
        Uri address;
        await using (var server = new FakeXapi(_ => FakeReply.Drop))
        {
            address = new UriBuilder(server.Address) { Scheme = "https" }.Uri;
        }

        await Assert.ThrowsAsync<XapiUnreachableException>(() => XapiProbe.FingerprintAsync(address, Token));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task PinnedCertificate_IsAccepted(bool colons, bool amongOthers)
    {
        using var certificate = SelfSigned.Certificate("pool-a.example");
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result("there")), certificate: certificate);
        var pinned = SelfSigned.Fingerprint(certificate);
        pinned = colons ? pinned : pinned.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        await using var session = Scripts.Session(server, amongOthers ? $"{new string('0', 64)},{pinned}" : pinned);
        Assert.Equal("there", (await session.ReadAsync("VM.get_all", [], Token)).GetString());
    }

    [Fact]
    public async Task OtherCertificate_IsRefusedNamingBoth_AndNothingIsSent()
    {
        using var certificate = SelfSigned.Certificate("pool-a.example");
        using var other = SelfSigned.Certificate("pool-a.example");
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result("there")), certificate: certificate);
        await using var session = Scripts.Session(server, SelfSigned.Fingerprint(other));
        var refusal = await Assert.ThrowsAsync<CertificateRefusedException>(() => session.ReadAsync("VM.get_all", [], Token));
        Assert.Equal(SelfSigned.Fingerprint(other), refusal.Pinned);
        Assert.Equal(SelfSigned.Fingerprint(certificate), refusal.Presented);
        Assert.Contains(refusal.Pinned, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Presented, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(server.Address, refusal.Address);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task WithoutAPin_HttpsIsRefused()
    {
        using var certificate = SelfSigned.Certificate("pool-a.example");
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result("there")), certificate: certificate);
        await using var session = Scripts.Session(server);
        var refusal = await Assert.ThrowsAsync<CertificateRefusedException>(() => session.ConnectAsync(Token));
        Assert.Empty(refusal.Pinned);
        Assert.Empty(server.Calls);
    }
}
