using Relocation.Core.Reports;
using Relocation.Web.Features.Reports;

namespace Relocation.Web.Tests.Reports;

public sealed class AccuracyPictureTests
{
    private static readonly string[] Columns = ["column.vm", "column.predicted", "column.low-90", "column.high-90", "column.measured", "column.error", "column.inside-90"];

    [Fact]
    public void Of_Figures_ScalesToTheLargestAndTellsWhatLiesInside()
    {
        var picture = AccuracyPicture.Of(new ReportTable("figure.time", Columns, [Row("radar", 100, 80, 130, 120), Row("mail", 50, 40, 60, 200), Row("web", null, null, null, null)]))!;
        Assert.Equal((200, CellKind.Seconds), (picture.Most, picture.Kind));
        Assert.Equal([("radar", true), ("mail", false)], picture.Bars.Select(bar => (bar.Name, bar.Inside!.Value)));
    }

    [Fact]
    public void Of_OtherTables_IsNone() => Assert.Null(AccuracyPicture.Of(new ReportTable("table.moves", ["column.vm"], [])));

    private static IReadOnlyList<ReportCell> Row(string name, double? expected, double? low, double? high, double? measured) =>
        [ReportCell.Of(name), ReportCell.Seconds(expected), ReportCell.Seconds(low), ReportCell.Seconds(high), ReportCell.Seconds(measured), ReportCell.Empty, ReportCell.Empty];
}
