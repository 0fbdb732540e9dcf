namespace Relocation.Data.Access;

/// <summary>A new token with its secret, which is shown this once.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">What the script sends as bearer token.</param>
public sealed record IssuedApiToken(ApiToken Token, string Secret)
{
    /// <summary>Without the secret, so that it gets into no log by chance.</summary>
    public override string ToString() => $"API token {Token.Name}";
}
