using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Tests.Ui;

[UseCulture("en")]
public sealed class GridFilterTests
{
    [Theory]
    [InlineData("web", "WEB-01", null, true)]
    [InlineData("web", "db-01", null, false)]
    [InlineData("=web", "web", null, true)]
    [InlineData("=web", "web-01", null, false)]
    [InlineData("!web", "db-01", null, true)]
    [InlineData("!=web", "web", null, false)]
    [InlineData(">8", "16.0", 16.0, true)]
    [InlineData(">16", "16.0", 16.0, false)]
    [InlineData(">=16", "16.0", 16.0, true)]
    [InlineData("<8", "4.0", 4.0, true)]
    [InlineData("<= 4", "4.0", 4.0, true)]
    [InlineData("2..4", "4.0", 4.0, true)]
    [InlineData("2..3", "4.0", 4.0, false)]
    [InlineData("4", "4.0", 4.02, true)]
    [InlineData("1,536", "1,536.0", 1536.0, true)]
    [InlineData("!>8", "4.0", 4.0, true)]
    [InlineData("10.0", "10.0.0.7", null, true)]
    [InlineData(">", "a > b", null, true)]
    public void Parse_WhatPeopleType(string typed, string shown, double? number, bool passes) => Assert.Equal(passes, GridFilter.Parse(typed)(shown, number));
}
