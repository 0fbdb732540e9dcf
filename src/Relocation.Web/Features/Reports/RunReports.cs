using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Relocation.Core.Reports;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Engine.Journal;

namespace Relocation.Web.Features.Reports;

/// <summary>The report of a run, as data, HTML or CSV in the language of the present request.</summary>
public sealed class RunReports(IRunJournal journal, PlanStore plans, IStringLocalizer<ReportText> text, TimeProvider time)
{
    private const int PageSize = 1000;

    /// <summary>The report as data; null when there is no such run.</summary>
    public async Task<ReportDocument?> DocumentAsync(RunId run, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(run, cancellationToken) is not { } state)
        {
            return null;
        }

        var plan = await plans.LoadAsync(state.Run.Relocation, cancellationToken);
        var entries = new List<JournalEntry>();
        IReadOnlyList<JournalEntry> page;
        do
        {
            page = await journal.EntriesAsync(run, entries.Count == 0 ? 0 : entries[^1].Sequence, PageSize, cancellationToken);
            entries.AddRange(page);
        }
        while (page.Count == PageSize);

        return RunReport.Build(RunReportSource.Of(state, plan?.Name ?? state.Run.Relocation.ToString(), entries));
    }

    /// <summary>The report as one HTML file that needs nothing else; null when there is no such run.</summary>
    public async Task<string?> HtmlAsync(RunId run, CancellationToken cancellationToken) =>
        await DocumentAsync(run, cancellationToken) is { } document
            ? new HtmlReport(text, CultureInfo.CurrentUICulture, time.GetUtcNow()).Render(document)
            : null;

    /// <summary>The moves with their figures as CSV; null when there is no such run.</summary>
    public async Task<byte[]?> CsvAsync(RunId run, CancellationToken cancellationToken) =>
        await DocumentAsync(run, cancellationToken) is { } document
            ? Encoding.UTF8.GetBytes(new CsvReport(text).Render(document))
            : null;
}
