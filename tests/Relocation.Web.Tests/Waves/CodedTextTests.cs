using System.Reflection;
using System.Resources;
using Relocation.Core.Estimation;
using Relocation.Core.Waves;
using Relocation.Web.Features.Mapping;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Tests.Waves;

/// <summary>Every code that the pages turn into words has its words.</summary>
public sealed class CodedTextTests
{
    [Fact]
    public void Assumptions_AllHaveTexts() => AssertTexts(typeof(WavesText), Constants(typeof(ForecastAssumptions)).Select(code => "assume." + code));

    [Fact]
    public void Terms_AllHaveTexts() => AssertTexts(typeof(WavesText), Enum.GetNames<ForecastTermKind>().Select(kind => "Term" + kind));

    [Fact]
    public void Methods_AllHaveTexts() => AssertTexts(typeof(WavesText), Enum.GetNames<MoveMethod>().Select(method => "Method" + method));

    [Fact]
    public void MappingReasons_AllHaveTexts() => AssertTexts(typeof(MappingText), Constants(typeof(MappingReasons)).Select(code => "reason." + code));

    private static void AssertTexts(Type texts, IEnumerable<string> keys)
    {
        var resources = new ResourceManager(texts);
        var wanted = keys.ToList();
        Assert.NotEmpty(wanted);
        Assert.DoesNotContain(wanted, key => resources.GetString(key, System.Globalization.CultureInfo.InvariantCulture) is null);
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
