using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Authenticates `Authorization: Bearer TOKEN` against the stored hashes.</summary>
public sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokenStore tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || header.Parameter is not { Length: > 0 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.AuthenticateAsync(secret, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        var identity = Identities.Of(token.Name, token.Name, token.Role, Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
