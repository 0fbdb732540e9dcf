using Relocation.Data.Inventory;

namespace Relocation.Web.Features.Settings;

/// <summary>Hands progress on at once, where it is reported; the framework's own would post it to a page's queue.</summary>
/// <param name="take">Takes a step; quick.</param>
public sealed class ImportSteps(Action<ImportProgress> take) : IProgress<ImportProgress>
{
    /// <inheritdoc />
    public void Report(ImportProgress value) => take(value);
}
