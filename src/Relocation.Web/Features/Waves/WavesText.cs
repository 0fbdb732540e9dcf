namespace Relocation.Web.Features.Waves;

/// <summary>Names the texts of the waves' page.</summary>
public sealed class WavesText
{
    private WavesText()
    {
    }
}
