using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace Relocation.Web.Tests;

/// <summary>Runs a test in the given language of the interface.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UseCultureAttribute(string culture) : BeforeAfterTestAttribute
{
    private CultureInfo? before;
    private CultureInfo? beforeInterface;

    /// <summary>Culture name.</summary>
    public string Culture { get; } = culture;

    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        (before, beforeInterface) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Culture);
    }

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        CultureInfo.CurrentCulture = before!;
        CultureInfo.CurrentUICulture = beforeInterface!;
    }
}
