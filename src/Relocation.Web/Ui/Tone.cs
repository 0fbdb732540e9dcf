namespace Relocation.Web.Ui;

/// <summary>What a colour says. Never the only carrier: a word or icon stands beside it.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>Going on, or worth knowing.</summary>
    Info,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Look at it.</summary>
    Warning,

    /// <summary>Broken, or in the way.</summary>
    Bad,

    /// <summary>Waits for a person.</summary>
    Waiting,

    /// <summary>Not known.</summary>
    Unknown,
}
