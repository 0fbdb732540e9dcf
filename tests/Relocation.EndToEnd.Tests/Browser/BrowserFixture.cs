using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Relocation.EndToEnd.Tests.Browser.BrowserFixture))]

namespace Relocation.EndToEnd.Tests.Browser;

/// <summary>One Chromium for all browser tests; every test takes a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    /// <summary>A page of a fresh context, 1280 pixels wide.</summary>
    public async Task<IPage> NewPageAsync(string baseAddress, string locale = "en", ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = baseAddress,
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
