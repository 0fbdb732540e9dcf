using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>The product's API as a script uses it.</summary>
internal sealed class ProductClient : IDisposable
{
    public const string Token = "end-to-end-0123456789abcdef";
    private readonly HttpClient http;

    public ProductClient(string address)
    {
        http = new HttpClient { BaseAddress = new Uri(address + "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await http.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<JsonElement> PostAsync(string path, object body) => await ReadAsync(await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken));

    /// <summary>Asks again until the answer is as wanted; fails with the last answer when patience ends.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> wanted, Func<string> onFailure)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        JsonElement answer = default;
        for (var attempt = 0; attempt < 1800; attempt++)
        {
            answer = await GetAsync(path);
            if (wanted(answer))
            {
                return answer;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{path} did not become as wanted; last: {answer}\n{onFailure()}");
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
