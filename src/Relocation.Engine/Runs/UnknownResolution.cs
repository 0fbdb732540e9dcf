namespace Relocation.Engine.Runs;

/// <summary>What a person decides about a move whose outcome is unknown.</summary>
public enum UnknownResolution
{
    /// <summary>Look at both pools again and go on from what they tell.</summary>
    ObserveAgain,

    /// <summary>A person has looked and declares it failed; nothing is sent or removed by that.</summary>
    DeclareFailed,
}
