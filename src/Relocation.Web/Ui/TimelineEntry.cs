namespace Relocation.Web.Ui;

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What, in the reader's language.</param>
/// <param name="Tone">How it went.</param>
/// <param name="Detail">More, such as an error's code and parameters; behind a click.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Text, Tone Tone = Tone.Neutral, string? Detail = null);
