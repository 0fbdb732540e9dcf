using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Lets the first person in: makes the administrator's account when there is none, prints a one-time sign-in link at every start,
/// and adopts the automation token from the environment.</summary>
public sealed class FirstAccess(UserStore users, SignInLinkStore links, ApiTokenStore tokens, IServer server, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Environment variable with a token for automation.</summary>
    public const string TokenVariable = "RELOCATION_API_TOKEN";

    private const string Administrator = "admin";
    private const int ShortestToken = 16;
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AdoptTokenAsync(stoppingToken);
        var user = await users.FindByNameAsync(Administrator, stoppingToken)
            ?? await users.AddAsync(Administrator, "Administrator", Role.Administrator, null, stoppingToken);
        var link = await links.IssueAsync(user.Id, LinkLifetime, stoppingToken);

        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5080";

        // Standard output, not the log: it is a secret, and logs are kept and shipped.
        Console.WriteLine($"Sign in (works once, within an hour): {address}/sign-in/link?token={link}");
    }

    private async Task AdoptTokenAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(TokenVariable) is not { Length: > 0 } secret)
        {
            return;
        }

        if (secret.Length < ShortestToken)
        {
            throw new InvalidOperationException($"{TokenVariable} must have at least {ShortestToken} characters; make one with: openssl rand -base64 32");
        }

        await tokens.AdoptAsync(secret, "automation", Role.Administrator, TokenVariable, cancellationToken);
    }
}
