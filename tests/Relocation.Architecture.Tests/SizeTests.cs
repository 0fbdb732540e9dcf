namespace Relocation.Architecture.Tests;

public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestRazor = 250;
    private const int LongestMethod = 60;

    [Fact]
    public void Files_AreAtMost400Lines() => Exceptions.AssertOnlyKnown("file-size", SourceRules.TooLong(AllCode(), LongestFile));

    [Fact]
    public void RazorFiles_AreAtMost250Lines() => Exceptions.AssertOnlyKnown("razor-size", SourceRules.TooLong(Repository.Files("src", ".razor"), LongestRazor));

    [Fact]
    public void Methods_AreAtMost60Lines() => Exceptions.AssertOnlyKnown("method-size", AllCode().SelectMany(file => SourceRules.LongMethods(file, LongestMethod)));

    [Fact]
    public void ProductFiles_StayShortInTheMiddleAndNearTheTop()
    {
        var sizes = Repository.Files("src", ".cs").Select(file => file.Lines).Order().ToList();
        Assert.InRange(sizes[sizes.Count / 2], 1, 60);
        Assert.InRange(sizes[sizes.Count * 9 / 10], 1, 180);
    }

    [Fact]
    public void Rule_LongFile_IsCaught() =>
        Assert.Single(SourceRules.TooLong([new SourceFile("a.cs", string.Concat(Enumerable.Repeat("//\n", 401)))], LongestFile));

    [Fact]
    public void Rule_LongMethod_IsCaught()
    {
        var body = string.Concat(Enumerable.Repeat("        Call();\n", 61));
        Assert.Single(SourceRules.LongMethods(new SourceFile("a.cs", $"class A {{ void M()\n{{\n{body}}} }}"), LongestMethod));
    }

    private static IEnumerable<SourceFile> AllCode() => Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("migrations", ".cs"));
}
