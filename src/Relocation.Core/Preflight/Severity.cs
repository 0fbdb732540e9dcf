namespace Relocation.Core.Preflight;

/// <summary>What a finding means for the move.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing to do before the move.</summary>
    Informs,

    /// <summary>The move is possible, but a person should look first.</summary>
    Warns,

    /// <summary>The move would fail or do harm; it is not started.</summary>
    Blocks,
}
