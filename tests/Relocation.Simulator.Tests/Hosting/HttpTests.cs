using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Relocation.Simulator.Tests.Hosting;

public sealed class HttpTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task JsonVersion2_IsAnsweredByteForByte()
    {
        var body = """{"jsonrpc":"2.0","error":{"code":1,"message":"SESSION_INVALID","data":["bad"]},"id":0}""";
        var answer = await simulator.Pool.ExchangeAsync(RawWire.Post("/jsonrpc", """{"jsonrpc":"2.0","method":"VM.get_all","params":["bad"],"id":0}"""));
        Assert.Equal(Rpc("application/json", body), answer);
    }

    [Fact]
    public async Task JsonVersion1_HasBothMembers()
    {
        var answer = await simulator.Pool.ExchangeAsync(RawWire.Post("/jsonrpc", """{"method":"VM.get_all","params":["bad"],"id":"a\"b"}"""));
        Assert.Equal("""{"result":null,"error":["SESSION_INVALID","bad"],"id":"a\"b"}""", RawWire.BodyOf(answer));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/RPC2")]
    [InlineData("/nope")]
    public async Task Xml_IsAnsweredAtAnyPath(string path)
    {
        var body = """<?xml version="1.0"?><methodResponse><params><param><value><struct><member><name>Status</name><value>Failure</value></member><member><name>ErrorDescription</name><value><array><data><value>SESSION_INVALID</value><value>bad</value></data></array></value></member></struct></value></param></params></methodResponse>""";
        var answer = await simulator.Pool.ExchangeAsync(RawWire.Post(path, "<methodCall><methodName>VM.get_all</methodName><params><param><value>bad</value></param></params></methodCall>"));
        Assert.Equal(Rpc("text/xml", body), answer);
    }

    [Fact]
    public async Task ListMethods_HasNoEnvelope()
    {
        var answer = RawWire.BodyOf(await simulator.Pool.ExchangeAsync(RawWire.Post("/", "<methodCall><methodName>system.listMethods</methodName></methodCall>")));
        Assert.StartsWith("""<?xml version="1.0"?><methodResponse><params><param><value><array><data><value>session.""", answer, StringComparison.Ordinal);
        Assert.Contains("<value>VM.get_all_records</value>", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "500 Internal Error", "We require a content-length")]
    [InlineData("POST / HTTP/1.1\r\n\r\n", "500 Internal Error", "We require a content-length")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 307201\r\n\r\n", "500 Internal Error", "over_limit")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "500 Internal Error", "Xmlm.Error(1:1, &quot;unexpected end of input&quot;)")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "403 Forbidden", "forbidden")]
    [InlineData("HEAD / HTTP/1.1\r\n\r\n", "501 Method Not Implemented", "HEAD")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:1\r\nConnection: close\r\n\r\n", "301 Moved Permanently", "location: https://a%3A1/\r\n")]
    public async Task OtherRequests_AreRefusedAsTheRealServerDoes(string request, string status, string content)
    {
        var answer = await simulator.Pool.ExchangeAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains(content, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Date:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("hello\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    public async Task Garbage_IsNotAnswered(string request) => Assert.Empty(await simulator.Pool.ExchangeAsync(request));

    [Fact]
    public async Task DocumentType_IsRefused()
    {
        var answer = await simulator.Pool.ExchangeAsync(RawWire.Post("/", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><methodCall><methodName>&b;</methodName></methodCall>"));
        Assert.StartsWith("HTTP/1.1 500", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task JsonIds_ThatAreNeitherNumberNorText_AreMalformed(string id)
    {
        var answer = await simulator.Pool.ExchangeAsync(RawWire.Post("/jsonrpc", $$"""{"jsonrpc":"2.0","method":"VM.get_all","params":["bad"],"id":{{id}}}"""));
        Assert.StartsWith("HTTP/1.1 500", answer, StringComparison.Ordinal);
        Assert.Contains("Invalid field &apos;id&apos; in request body", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipelined_RequestsAreAnsweredInTurn_AndTheVersionIsEchoed()
    {
        const string First = """{"jsonrpc":"2.0","method":"VM.get_all","params":["a"],"id":1}""";
        var requests = RawWire.Post("/jsonrpc", First, "").Concat(Encoding.UTF8.GetBytes($"POST /jsonrpc HTTP/1.0\r\nContent-Length: {First.Length}\r\n\r\n{First.Replace("\"id\":1", "\"id\":2", StringComparison.Ordinal)}"));
        var answer = await simulator.Pool.ExchangeAsync([.. requests]);
        Assert.Contains("\"id\":1}HTTP/1.0 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("connection: keep-alive\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"id\":2}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_IsSpokenOnTheSamePort_WithTheCertificateThatIsAnnounced()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", simulator.Pool.Port, TestContext.Current.CancellationToken);
        var shown = "";
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    shown = Convert.ToHexString(certificate!.GetCertHash(HashAlgorithmName.SHA256));
                    return shown == simulator.Pool.Fingerprint;
                },
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(simulator.Pool.Fingerprint, shown);
        await stream.WriteAsync(RawWire.Post("/jsonrpc", """{"jsonrpc":"2.0","method":"VM.get_all","params":["a"],"id":1}"""), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Contains("SESSION_INVALID", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dump_NeedsASession_AndCanBeLoadedAgain()
    {
        Assert.StartsWith("HTTP/1.1 401", await simulator.Pool.ExchangeAsync("GET /pool/xmldbdump HTTP/1.1\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        var session = await simulator.Pool.LogInAsync();
        var dump = RawWire.BodyOf(await simulator.Pool.ExchangeAsync($"GET /pool/xmldbdump?session_id={session} HTTP/1.1\r\n\r\n"));
        var database = Relocation.Simulator.Database.DatabaseFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(dump)), new Relocation.Simulator.Database.IdentifierSource(2));
        Assert.Equal(2, database.Count("host"));
    }

    private static string Rpc(string type, string body) =>
        $"HTTP/1.1 200 OK\r\ncontent-length: {body.Length}\r\nconnection: close\r\ncache-control: no-cache, no-store\r\ncontent-type: {type}\r\n" +
        $"Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: X-Requested-With\r\n\r\n{body}";
}
