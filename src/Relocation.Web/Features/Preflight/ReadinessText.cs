namespace Relocation.Web.Features.Preflight;

/// <summary>Names the texts of the readiness page.</summary>
public sealed class ReadinessText
{
    private ReadinessText()
    {
    }
}
