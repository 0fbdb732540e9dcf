using System.Xml.Linq;

namespace Relocation.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Relocation.Core"] = [],
        ["Relocation.Simulator"] = [],
        ["Relocation.Planning"] = ["Relocation.Core"],
        ["Relocation.Engine"] = ["Relocation.Core"],
        ["Relocation.Xapi"] = ["Relocation.Core"],
        ["Relocation.Data"] = ["Relocation.Core", "Relocation.Engine"],
        ["Relocation.Migrations.Sqlite"] = ["Relocation.Data"],
        ["Relocation.Migrations.PostgreSql"] = ["Relocation.Data"],
        ["Relocation.Web"] =
        [
            "Relocation.Core", "Relocation.Planning", "Relocation.Engine", "Relocation.Xapi", "Relocation.Data",
            "Relocation.Simulator", "Relocation.Migrations.Sqlite", "Relocation.Migrations.PostgreSql",
        ],
    };

    [Fact]
    public void Projects_Reference_OnlyInwards()
    {
        var breaches = from project in Projects()
                       from reference in ReferencesOf(project.Text)
                       where !IsAllowed(project.Path, reference)
                       select $"{project.Path} references {reference}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void Projects_AreAllKnown()
    {
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects().Select(project => Path.GetFileNameWithoutExtension(project.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_HasNoPackage()
    {
        var core = Projects().Single(project => project.Path.EndsWith("Relocation.Core.csproj", StringComparison.Ordinal));
        Assert.Empty(XDocument.Parse(core.Text).Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("src/Relocation.Core/Relocation.Core.csproj", "Relocation.Data", false)]
    [InlineData("src/Relocation.Simulator/Relocation.Simulator.csproj", "Relocation.Xapi", false)]
    [InlineData("src/Relocation.Data/Relocation.Data.csproj", "Relocation.Engine", true)]
    public void Rule_OutwardReference_IsCaught(string project, string reference, bool allowed) =>
        Assert.Equal(allowed, IsAllowed(project, reference));

    [Fact]
    public void Simulator_IsHostedOnly_ByWebsDemonstrationAndComposition()
    {
        var breaches = Repository.Files("src/Relocation.Web", ".cs")
            .Where(file => file.Text.Contains("using Relocation.Simulator", StringComparison.Ordinal))
            .Where(file => !file.Path.Contains("/Demonstration/", StringComparison.Ordinal))
            .Select(file => file.Path);
        Assert.Empty(breaches);
    }

    private static IEnumerable<SourceFile> Projects() => Repository.Files("src", ".csproj").Concat(Repository.Files("migrations", ".csproj"));

    private static bool IsAllowed(string project, string reference) =>
        Allowed[Path.GetFileNameWithoutExtension(project)].Contains(reference);

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Parse(project).Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/')));
}
