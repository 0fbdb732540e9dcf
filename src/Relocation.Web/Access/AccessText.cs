namespace Relocation.Web.Access;

/// <summary>Names the texts of signing in.</summary>
public sealed class AccessText;
