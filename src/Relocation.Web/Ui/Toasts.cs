using Microsoft.FluentUI.AspNetCore.Components;

namespace Relocation.Web.Ui;

/// <summary>Short messages in a corner: what an action did. Failures stay until dismissed.</summary>
public sealed class Toasts(INotificationService notifications)
{
    /// <summary>It worked; disappears by itself.</summary>
    public void Done(string title, string message = "") => Show(ToastIntent.Success, title, message, TimeSpan.FromSeconds(6));

    /// <summary>It did not; stays.</summary>
    public void Failed(string title, string message = "") => Show(ToastIntent.Error, title, message, TimeSpan.Zero);

    // The returned task ends when the toast closes; nothing waits for that.
    private void Show(ToastIntent intent, string title, string message, TimeSpan lifetime) => _ = notifications.ShowToastAsync(options =>
    {
        options.Intent = intent;
        options.Title = title;
        options.Message = message;
        options.Lifetime = lifetime;
        options.AllowDismiss = true;
        options.Position = ToastPosition.BottomEnd;
    });
}
