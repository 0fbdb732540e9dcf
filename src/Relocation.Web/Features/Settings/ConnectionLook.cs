using Microsoft.FluentUI.AspNetCore.Components;
using Relocation.Web.Ui;
using Relocation.Xapi.Live;
using Icons = Microsoft.FluentUI.AspNetCore.Components.Icons;

namespace Relocation.Web.Features.Settings;

/// <summary>Colour and icon of a connection's status.</summary>
public static class ConnectionLook
{
    /// <summary>Its colour.</summary>
    public static Tone ToneOf(PoolConnectionStatus status) => status switch
    {
        PoolConnectionStatus.Connected => Tone.Good,
        PoolConnectionStatus.Reconnecting => Tone.Warning,
        PoolConnectionStatus.Refused => Tone.Bad,
        _ => Tone.Info,
    };

    /// <summary>Its icon, 16 px.</summary>
    public static Icon IconOf(PoolConnectionStatus status) => status switch
    {
        PoolConnectionStatus.Connected => new Icons.Filled.Size16.PlugConnected(),
        PoolConnectionStatus.Reconnecting => new Icons.Regular.Size16.ArrowSync(),
        PoolConnectionStatus.Refused => new Icons.Filled.Size16.DismissCircle(),
        _ => new Icons.Regular.Size16.ArrowSync(),
    };
}
