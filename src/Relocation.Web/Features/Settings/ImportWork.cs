using Relocation.Data.Inventory;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Settings;

/// <summary>Imports a file: <see cref="DatabaseImport.RunAsync"/>.</summary>
public delegate Task<ImportOutcome> ImportWork(Actor actor, Stream content, string name, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);
