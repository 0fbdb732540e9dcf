using System.Text.RegularExpressions;
using Relocation.Core.Hypervisors;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Turns what XAPI answered into the product's errors: references become uuids wherever either pool knows them, also inside texts.</summary>
internal static partial class PoolFailures
{
    private static readonly string[] Classes = ["VM", "VDI", "VIF", "SR", "network", "host", "PIF", "VBD", "PBD", "task", "VGPU", "pool"];

    public static async Task<HypervisorError> TranslateAsync(XapiFailure failure, IReadOnlyList<PoolLink> pools, CancellationToken cancellationToken)
    {
        var parameters = new List<string>(failure.Parameters.Count);
        foreach (var parameter in failure.Parameters)
        {
            parameters.Add(await TranslateAsync(parameter, pools, cancellationToken));
        }

        return new HypervisorError(failure.Code, parameters);
    }

    private static async Task<string> TranslateAsync(string text, IReadOnlyList<PoolLink> pools, CancellationToken cancellationToken)
    {
        foreach (var reference in References().Matches(text).Select(match => match.Value).Distinct().ToList())
        {
            if (await UuidAsync(reference, pools, cancellationToken) is { Length: > 0 } uuid)
            {
                text = text.Replace(reference, uuid, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static async Task<string?> UuidAsync(string reference, IReadOnlyList<PoolLink> pools, CancellationToken cancellationToken)
    {
        if (pools.Select(pool => pool.KnownUuid(reference)).FirstOrDefault(known => known is not null) is { } known)
        {
            return known;
        }

        // The error does not say of which class its references are, nor of which pool.
        foreach (var pool in pools)
        {
            foreach (var type in Classes)
            {
                try
                {
                    if (await pool.FindUuidAsync(type, reference, cancellationToken) is { } uuid)
                    {
                        return uuid;
                    }
                }
                catch (Exception problem) when (problem is XapiFailureException or XapiUnreachableException or CertificateRefusedException)
                {
                    // A parameter that cannot be translated stays as it came: the error itself matters more.
                    return null;
                }
            }
        }

        return null;
    }

    [GeneratedRegex("OpaqueRef:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex References();
}
