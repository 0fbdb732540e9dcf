namespace Relocation.Web.Layout;

/// <summary>A language of the interface.</summary>
/// <param name="Culture">Culture name, such as zh-Hans.</param>
/// <param name="Name">Its own name for itself.</param>
/// <param name="Mark">One or two characters for the switch.</param>
public sealed record Language(string Culture, string Name, string Mark);
