namespace Relocation.Web.Features.Mapping;

/// <summary>What is mapped.</summary>
public enum MappingKind
{
    /// <summary>A network.</summary>
    Network,

    /// <summary>An SR.</summary>
    Storage,
}
