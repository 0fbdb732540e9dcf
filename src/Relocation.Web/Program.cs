using Relocation.Web.Features.Inventory;
using Relocation.Web.Layout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddInterface().AddInventoryPages();

var application = builder.Build();
application.MapInterface();
application.Run();
