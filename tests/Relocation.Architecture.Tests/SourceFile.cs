namespace Relocation.Architecture.Tests;

/// <summary>A source file by its path from the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + (Text.EndsWith('\n') ? 0 : 1);
}
