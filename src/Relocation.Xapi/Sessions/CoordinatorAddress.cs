using System.Net;
using System.Net.Sockets;

namespace Relocation.Xapi.Sessions;

/// <summary>Turns the address in HOST_IS_SLAVE into the coordinator's own, keeping scheme and port.</summary>
internal static class CoordinatorAddress
{
    /// <summary>The coordinator's address, or null when the parameter is no address.</summary>
    public static Uri? From(Uri member, IReadOnlyList<string> parameters)
    {
        var name = parameters.Count == 1 ? parameters[0].Trim() : "";
        if (IPAddress.TryParse(name, out var number))
        {
            name = number.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{number}]" : number.ToString();
        }
        else if (Uri.CheckHostName(name) != UriHostNameType.Dns)
        {
            return null;
        }

        return new UriBuilder(member.Scheme, name, member.Port).Uri;
    }
}
