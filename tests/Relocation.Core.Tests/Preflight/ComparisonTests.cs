using CsCheck;
using Relocation.Core.Preflight;

namespace Relocation.Core.Tests.Preflight;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("4.17.5-13", "4.17.5-13", 0)]
    [InlineData("4.17.10-1", "4.17.5-13", 1)]
    [InlineData("3.4", "3.4.0", 0)]
    [InlineData("3.4.0", "3.10", -1)]
    [InlineData("2.0", "10", -1)]
    [InlineData("", "1", -1)]
    public void Versions_CompareNumberByNumber(string left, string right, int order) => Assert.Equal(order, Math.Sign(ProductVersions.Compare(left, right)));

    [Fact]
    public void Versions_AreATotalOrder() => Gen.Select(Gen.Int[0, 3].Array[1, 4], Gen.Int[0, 3].Array[1, 4], Gen.Int[0, 3].Array[1, 4]).Sample((a, b, c) =>
    {
        var (x, y, z) = (string.Join('.', a), string.Join('.', b), string.Join('.', c));
        Assert.Equal(Math.Sign(ProductVersions.Compare(x, y)), -Math.Sign(ProductVersions.Compare(y, x)));
        Assert.False(ProductVersions.Compare(x, y) <= 0 && ProductVersions.Compare(y, z) <= 0 && ProductVersions.Compare(x, z) > 0);
    });

    [Theory]
    [InlineData("ff", "ff", true)]
    [InlineData("0f", "ff", true)]
    [InlineData("ff", "0f", false)]
    [InlineData("ff", "ff-ff", true)]
    [InlineData("ff-00000000", "ff", true)]
    [InlineData("ff-00000001", "ff", false)]
    [InlineData("", "ff", false)]
    [InlineData("xyz", "ff", false)]
    public void CpuFeatures_AreASubset(string needed, string offered, bool fits) => Assert.Equal(fits, CpuFeatures.IsSubset(needed, offered));
}
