using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FluentUI.AspNetCore.Components;
using Relocation.Web.Ui;

namespace Relocation.Web.Layout;

/// <summary>Registers the interface and maps its pages; the composition root decides who may see them.</summary>
public static class InterfaceRegistration
{
    /// <summary>Components, languages, the component library and the search of pages. Authentication is registered elsewhere.</summary>
    public static IServiceCollection AddInterface(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddFluentUIComponents(configuration => configuration.Localizer = new FluentText());
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese text as text, not as entities
        services.AddScoped<ISearchSource, PageSearch>();
        services.AddScoped<Toasts>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Answers an unknown address with a page instead of nothing, except under /api. Call before anything else: what follows runs again for the page.</summary>
    public static WebApplication UseNotFoundPage(this WebApplication application)
    {
        application.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        application.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/api") && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
        return application;
    }

    /// <summary>The page's language, forgery protection, static files, the language switch and all pages. Call after authentication and authorisation are in the pipeline.</summary>
    /// <returns>The pages' endpoints, to attach a policy to.</returns>
    public static RazorComponentsEndpointConventionBuilder MapInterface(this WebApplication application)
    {
        application.UseRequestLocalization();
        application.UseAntiforgery();
        application.MapStaticAssets().AllowAnonymous();
        if (RailEntry.Built[0] is { Href.Length: > 0 } first)
        {
            application.MapGet("/", () => TypedResults.LocalRedirect("/" + first.Href)).ExcludeFromDescription();
        }

        application.MapGet("/language", Languages.Switch).AllowAnonymous().ExcludeFromDescription();
        return application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    /// <summary>Adds a component without parameters to the top bar.</summary>
    public static IServiceCollection AddTopBarItem<TComponent>(this IServiceCollection services, int order) =>
        services.AddSingleton(new TopBarItem(order, typeof(TComponent)));

    /// <summary>Adds a count beside an entry of the rail.</summary>
    public static IServiceCollection AddRailCount<TComponent>(this IServiceCollection services, string entry) =>
        services.AddSingleton(new RailCount(entry, typeof(TComponent)));
}
