using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Tests.Ui;

public sealed class CsvTests
{
    [Theory]
    [InlineData("web-01", "web-01")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+2", "'+1+2")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+7", "+7")]
    [InlineData("-", "'-")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("", "")]
    public void Cell_IsQuotedAndGuardedAgainstFormulas(string value, string cell) => Assert.Equal(cell, Csv.Cell(value));

    [Fact]
    public void Of_HeadAndRows_OfTheGivenColumnsOnly()
    {
        GridColumn<string>[] columns = [new() { Key = "a", Title = "Name", Text = row => row }, new() { Key = "b", Title = "Length", Text = row => $"{row.Length}" }];
        Assert.Equal("\ufeffName,Length\r\n气象,2\r\n", Csv.Of(["气象"], columns));
    }
}
