namespace Relocation.Web.Features.Mapping;

/// <summary>Names the texts of the mapping page.</summary>
public sealed class MappingText
{
    private MappingText()
    {
    }
}
