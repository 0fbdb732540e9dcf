using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Relocation.EndToEnd.Tests.Processes;

namespace Relocation.EndToEnd.Tests;

/// <summary>Who may do what over the API, against the running product.</summary>
public sealed class ApiAccessTests(DemonstrationFixture product)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutAToken_NothingIsTold()
    {
        using var http = Client(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("pools", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync("relocations", new { }, Token)).StatusCode);
    }

    [Fact]
    public async Task AViewersToken_MayRead_AndEveryChangeIsForbidden()
    {
        using var admin = new ProductClient(product.Address);
        var issued = await admin.PostAsync("tokens", new { name = "viewer", role = "Viewer" });
        using var http = Client(issued.GetProperty("secret").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("pools", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("accounts", Token)).StatusCode);

        var plan = await admin.GetAsync($"relocations/{product.Relocation}");
        var wave = $"relocations/{product.Relocation}/waves/{plan.GetProperty("waves")[0].GetProperty("id").GetString()}";
        var changes = new Dictionary<string, object>
        {
            [$"{wave}/assert"] = new { },
            [$"{wave}/runs"] = new { },
            [$"relocations/{product.Relocation}/mappings/confirm"] = new { },
            ["connections/probe"] = new { address = "https://127.0.0.1:1" },
            ["tokens"] = new { name = "x", role = "Administrator" },
        };
        foreach (var (path, body) in changes)
        {
            var answer = await http.PostAsJsonAsync(path, body, Token);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Import_OfAFileLargerThanTheServersDefaultLimit_IsReadAndJudged()
    {
        using var http = Client(ProductClient.Token);
        using var content = new ByteArrayContent(new byte[40 << 20]);
        var answer = await http.PostAsync("pools/import?name=large.xml", content, Token);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import-refused"), (answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    private HttpClient Client(string? token)
    {
        var http = new HttpClient { BaseAddress = new Uri(product.Address + "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
