using System.Globalization;

namespace Relocation.Web.Ui;

/// <summary>Turns bursts of changes into at most one render per interval, the last one never lost. It renders in the language in which it was made: changes are asked for by threads that know nothing of the page's.</summary>
/// <param name="render">Renders; called from a pool thread, so it must go through the component's InvokeAsync.</param>
/// <param name="interval">Shortest time between renders.</param>
/// <param name="time">The clock.</param>
public sealed class RenderThrottle(Func<Task> render, TimeSpan interval, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo interfaceCulture = CultureInfo.CurrentUICulture;
    private ITimer? timer;
    private bool disposed;

    /// <summary>Asks for a render soon; quick, from any thread.</summary>
    public void Request()
    {
        lock (gate)
        {
            if (!disposed)
            {
                timer ??= time.CreateTimer(_ => _ = RenderAsync(), null, interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer?.Dispose();
        }
    }

    private async Task RenderAsync()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            // Cleared before rendering: a change during the render asks for another one.
            timer?.Dispose();
            timer = null;
        }

        // Both flow into the render and are gone with this method.
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = interfaceCulture;
        await render();
    }
}
