namespace Relocation.Web.Layout;

/// <summary>A place the palette can go to.</summary>
/// <param name="Kind">What it is, in the reader's language.</param>
/// <param name="Title">Its name.</param>
/// <param name="Note">What tells it from others of the same name.</param>
/// <param name="Href">Its address.</param>
public sealed record SearchHit(string Kind, string Title, string Note, string Href);
