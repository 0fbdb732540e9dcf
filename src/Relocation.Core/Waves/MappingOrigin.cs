namespace Relocation.Core.Waves;

/// <summary>Who decided a mapping.</summary>
public enum MappingOrigin
{
    /// <summary>Nobody yet: there is no target.</summary>
    Open,

    /// <summary>The product guessed; a person must confirm.</summary>
    Proposed,

    /// <summary>A person chose or confirmed.</summary>
    Confirmed,
}
