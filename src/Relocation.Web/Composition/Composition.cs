using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Relocation.Data;
using Relocation.Engine;
using Relocation.Migrations.PostgreSql;
using Relocation.Migrations.Sqlite;
using Relocation.Web.Access;
using Relocation.Web.Api;
using Relocation.Web.Demonstration;
using Relocation.Web.Features;
using Relocation.Web.Features.Execution;
using Relocation.Web.Layout;

namespace Relocation.Web.Composition;

/// <summary>Puts the product together: reads like its table of contents.</summary>
public static class Composition
{
    /// <summary>Registers everything.</summary>
    /// <param name="builder">The application being built.</param>
    /// <param name="demonstration">Also start the demonstration: simulated pools, a plan and its connections.</param>
    public static WebApplicationBuilder AddRelocation(this WebApplicationBuilder builder, bool demonstration)
    {
        var options = builder.Configuration.GetSection(RelocationOptions.Section).Get<RelocationOptions>() ?? new RelocationOptions();
        var directory = new DataDirectory(options.DataDirectory);
        directory.RemoveTemporaryFiles();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseStaticWebAssets();

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);
        var services = builder.Services;
        services.AddSingleton(Options.Create(options)).AddSingleton(directory).AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("Relocation").PersistKeysToFileSystem(Directory.CreateDirectory(directory.Keys));
        services.AddDatabase(options.Database, directory).AddRelocationData();
        services.AddAccess().AddFeatures().AddApi().AddInterface();
        services.AddSingleton(new HostedPools(demonstration ? options.Demonstration.Speed : 1));
        services.AddRateLimiter(SignInLimit.Add);
        services.AddHealthChecks();
        builder.AddRelocationEngine();
        if (demonstration)
        {
            services.AddDemonstration();
        }

        return builder;
    }

    /// <summary>The request pipeline.</summary>
    public static WebApplication UseRelocation(this WebApplication application)
    {
        application.UseNotFoundPage();
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
        var pages = application.MapInterface();
        pages.RequireAuthorization(nameof(Permission.View));
        application.MapHealthChecks("/health").AllowAnonymous();
        application.MapAccess();
        application.MapApi();
        application.MapApiDescription();
        return application;
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions options, DataDirectory directory) => options.Provider switch
    {
        "Sqlite" => services.UseRelocationSqlite(options.ConnectionString.Length > 0 ? options.ConnectionString : $"Data Source={directory.Database}"),
        "PostgreSql" when options.ConnectionString.Length > 0 => services.UseRelocationPostgreSql(options.ConnectionString),
        "PostgreSql" => throw new InvalidOperationException("Relocation:Database:ConnectionString is empty. PostgreSql needs one, such as Host=…;Database=relocation;Username=…;Password=…"),
        var other => throw new InvalidOperationException($"Relocation:Database:Provider is '{other}'. It must be Sqlite or PostgreSql."),
    };
}
