namespace Relocation.Engine.Runs;

/// <summary>What a person asks of a run.</summary>
public enum RunRequestKind
{
    /// <summary>Admit no new move.</summary>
    Pause,

    /// <summary>Admit moves again.</summary>
    Resume,

    /// <summary>End the run: cancel every move that still can be.</summary>
    Cancel,

    /// <summary>Cancel one move.</summary>
    CancelMove,

    /// <summary>Try a failed or cancelled move again.</summary>
    RetryMove,

    /// <summary>Look again at a move whose outcome is unknown.</summary>
    ObserveAgain,

    /// <summary>Declare a move failed whose outcome is unknown.</summary>
    DeclareFailed,
}
