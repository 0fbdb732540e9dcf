using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Relocation.Web.Tests.Ui;

/// <summary>A bUnit context with the services the design system needs.</summary>
internal static class InterfaceContext
{
    public static BunitContext Create()
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddLogging();
        context.Services.AddFluentUIComponents();
        context.Services.AddSingleton(TimeProvider.System);
        return context;
    }
}
