using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Protocol;

public sealed class FloatTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.095, "0.095")]
    [InlineData(0.1, "0.1")]
    [InlineData(1234567, "1234567")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(double.NaN, "nan")]
    public void Of_PrintsSixteenDigits(double number, string text) => Assert.Equal(text, FloatText.Of(number));
}
