using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Relocation.Web.Access;

/// <summary>Slows password guessing down: ten tries a minute from one address.</summary>
public static class SignInLimit
{
    /// <summary>Name of the rate limiting policy.</summary>
    public const string Policy = "sign-in";

    /// <summary>Adds the policy.</summary>
    public static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
    }
}
