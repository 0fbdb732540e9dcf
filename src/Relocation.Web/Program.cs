using Relocation.Data;
using Relocation.Web.Composition;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddRelocation(demonstration: args.Contains("--demo"));

var application = builder.Build();
await application.Services.MigrateDatabaseAsync(CancellationToken.None);
application.UseRelocation();
await application.RunAsync();
