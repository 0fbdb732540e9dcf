namespace Relocation.Architecture.Tests;

public sealed class TypeTests
{
    [Fact]
    public void Classes_AreSealedStaticOrAbstract() => Exceptions.AssertOnlyKnown("sealed", Product().SelectMany(SourceRules.UnsealedClasses));

    [Fact]
    public void Files_HoldOnePublicType() => Exceptions.AssertOnlyKnown("one-type", Product().SelectMany(SourceRules.SeveralPublicTypes));

    [Fact]
    public void Names_AreNotHelpersManagersOrUtilities() => Exceptions.AssertOnlyKnown("name", Product().SelectMany(SourceRules.VagueNames));

    [Fact]
    public void Constructors_TakeAtMostFiveDependencies() => Exceptions.AssertOnlyKnown("dependencies", Product().SelectMany(SourceRules.GreedyConstructors));

    [Fact]
    public void Interfaces_HaveASecondImplementation()
    {
        var all = Product().Concat(Repository.Files("tests", ".cs")).ToList();
        Exceptions.AssertOnlyKnown("interface", SourceRules.LonelyInterfaces(Product(), all));
    }

    [Theory]
    [InlineData("public class Open { }", true)]
    [InlineData("public sealed class Closed { }", false)]
    [InlineData("public static class Functions { }", false)]
    [InlineData("public abstract class Base { }", false)]
    [InlineData("public record Open { }", true)]
    public void Rule_UnsealedClass_IsCaught(string code, bool caught) => Assert.Equal(caught, SourceRules.UnsealedClasses(new SourceFile("a.cs", code)).Any());

    [Fact]
    public void Rule_SecondPublicType_IsCaught() => Assert.NotEmpty(SourceRules.SeveralPublicTypes(new SourceFile("a.cs", "public sealed class A { }\npublic sealed class B { }")));

    [Theory]
    [InlineData("class DiskHelper { }")]
    [InlineData("class MoveManager { }")]
    [InlineData("static class StringUtils { }")]
    [InlineData("class CommonThings { }")]
    public void Rule_VagueName_IsCaught(string code) => Assert.NotEmpty(SourceRules.VagueNames(new SourceFile("a.cs", code)));

    [Fact]
    public void Rule_SixDependencies_AreCaught() =>
        Assert.NotEmpty(SourceRules.GreedyConstructors(new SourceFile("a.cs", "sealed class A(B b, C c, D d, E e, F f, G g) { }")));

    [Fact]
    public void Rule_LonelyInterface_IsCaught()
    {
        SourceFile[] files = [new("a.cs", "public interface IThing { }"), new("b.cs", "sealed class Thing : IThing { }")];
        Assert.NotEmpty(SourceRules.LonelyInterfaces(files, files));
    }

    private static List<SourceFile> Product() => [.. Repository.Files("src", ".cs")];
}
