namespace Relocation.Web.Features.Settings;

/// <summary>The address of a pool as people type it.</summary>
public static class PoolAddress
{
    /// <summary>An http or https address; a bare host name or address means https. Null when it is neither.</summary>
    public static Uri? Parse(string text)
    {
        var trimmed = text.Trim();
        var whole = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri)
            && uri is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0, PathAndQuery: "/" }
            ? uri
            : null;
    }
}
