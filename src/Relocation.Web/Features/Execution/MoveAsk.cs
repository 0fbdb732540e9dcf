namespace Relocation.Web.Features.Execution;

/// <summary>What a person can ask about one move.</summary>
public enum MoveAsk
{
    /// <summary>Stop it.</summary>
    Cancel,

    /// <summary>Try it again.</summary>
    Retry,

    /// <summary>Look at both pools again.</summary>
    ObserveAgain,

    /// <summary>Declare it failed.</summary>
    DeclareFailed,
}
