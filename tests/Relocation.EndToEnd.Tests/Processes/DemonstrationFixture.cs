using System.Text.Json;

[assembly: AssemblyFixture(typeof(Relocation.EndToEnd.Tests.Processes.DemonstrationFixture))]

namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>The product with its demonstration, started once for all browser tests, as `./run.sh --fresh` does.</summary>
public sealed class DemonstrationFixture : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("relocation-demo-");
    private ProgramProcess? product;

    /// <summary>Where it answers.</summary>
    public string Address { get; } = $"http://127.0.0.1:{FreePorts.Take(1)[0]}";

    /// <summary>The demonstration's relocation.</summary>
    public string Relocation { get; private set; } = "";

    /// <summary>The one-time sign-in link it printed.</summary>
    public string SignInLink { get; private set; } = "";

    internal string Output => product?.Output ?? "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var environment = new Dictionary<string, string>
        {
            ["Relocation__Urls"] = Address,
            ["Relocation__DataDirectory"] = Path.Combine(work.FullName, "data"),
            ["RELOCATION_API_TOKEN"] = ProductClient.Token,
        };
        product = ProgramProcess.Start(Checkout.Program("Relocation.Web"), work.FullName, environment, "--demo");
        var line = await product.LineAsync(text => text.Contains("/sign-in/link", StringComparison.Ordinal), CancellationToken.None);
        SignInLink = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        using var client = new ProductClient(Address);
        var plans = await client.UntilAsync("relocations", list => list.GetArrayLength() == 1 && list[0].GetProperty("revision").GetInt32() >= 4, () => Output);
        Relocation = plans[0].GetProperty("id").GetString()!;
    }

    /// <summary>Starts the first wave and gives the run.</summary>
    internal async Task<string> StartFirstWaveAsync()
    {
        using var client = new ProductClient(Address);
        var plan = await client.GetAsync($"relocations/{Relocation}");
        var wave = plan.GetProperty("waves")[0].GetProperty("id").GetString();
        JsonElement run = await client.PostAsync($"relocations/{Relocation}/waves/{wave}/runs", new { });
        return run.GetProperty("run").GetProperty("id").GetString()!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (product is not null)
        {
            await product.DisposeAsync();
        }

        work.Delete(recursive: true);
    }
}
